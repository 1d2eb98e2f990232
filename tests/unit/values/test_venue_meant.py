"""Which venue a printed name means."""

from __future__ import annotations

import pytest

from generator.values.venue_meant import meant
from generator.values.venue_table import known_venues

#: Slugs, and names as bibliographies, services and listings print them.
KNOWN = """
aaai | AAAI-21
aaai | Proceedings of the Thirty-Second AAAI Conference on Artificial Intelligence
aaai | Proceedings of the AAAI Conference on Artificial Intelligence
aaai | AAAI Conference on Artificial Intelligence (AAAI-20)
aaai | AAAI 2020, New York
aaai | Thirty-fourth AAAI Conference on Artificial Intelligence
aaai | AAAI’20
aaai-spring-symposium | AAAI Spring Symposium
aaai-spring-symposium | AAAI Spring Symposium: Learning by Reading
acl | Proceedings of the 57th Annual Meeting of the Association for Computational Linguistics
acl | ACL/IJCNLP (1)
acl | ACL (1)
acl | ACL-IJCNLP 2021
acl | ACL Industry Track
acl | ACL (demo)
acm-ccs | CCS '16
acm-ccs | ACM CCS
acm-ccs | CCS
acm-computing-surveys | ACM Comput. Surv.
acm-mm | ACM MM
acm-mm | MM
acm-mm | ACM Multimedia
acm-mm | MM '20: The 28th ACM International Conference on Multimedia
acm-mm | Proceedings of the 28th ACM International Conference on Multimedia
acm-tist | ACM Transactions on Intelligent Systems and Technology (TIST)
acm-tkdd | ACM Trans. Knowl. Discov. Data
acm-tods | ACM Trans. Database Syst.
acm-tods | ACM Transactions on Database Systems (TODS)
acm-tog | ACM Trans. Graph.
acm-tog | TOG
aies | AAAI/ACM AIES
aistats | International Conference on Artificial Intelligence and Statistics, AISTATS 2010
annals-of-statistics | Ann. Stat.
annals-of-statistics | Annals of Statistics
annals-of-statistics | The Annals of Statistics
artificial-intelligence | Artif. Intell.
artificial-intelligence-in-medicine | Artif Intell Med
arxiv | arXiv preprint arXiv:1706.03762
arxiv | CoRR
arxiv | CoRR abs/1706.03762
arxiv | ArXiv
arxiv | arXiv (Cornell University)
arxiv | arXiv: Computation and Language
arxiv | arXiv [cs.CL]
arxiv | ArXiv abs/2005.14165
arxiv | arXiv:2005.14165
arxiv | arXiv.org
ase | ASE
bionlp | BioNLP Workshop
bionlp | BioNLP@ACL
biorxiv | bioRxiv : the preprint server for biology
briefings-in-bioinformatics | Briefings Bioinform.
cgf | Computer Graphics Forum
chi | Proceedings of the 2026 CHI Conference on Human Factors in Computing Systems
chi | ACM CHI
chi | Proc. CHI
chil | Proceedings of the Conference on Health, Inference, and Learning
cikm | Proceedings of the 2017 ACM on Conference on Information and Knowledge Management
cogsci | Proceedings of the Annual Meeting of the Cognitive Science Society
coling-acl | COLING-ACL
computational-linguistics | Comput. Linguist.
corl | Conference on Robot Learning (CoRL), PMLR
cviu | Comput. Vis. Image Underst.
cvpr | 2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)
cvpr | 2019 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)
cvpr | IEEE/CVF CVPR
cvpr | CVPR 2020 (Oral)
cvpr | CVPR2019
cvpr | Proc. IEEE Conf. Comput. Vis. Pattern Recognit.
cvpr | Proc. of CVPR
cvpr | In CVPR
cvpr | Computer Vision and Pattern Recognition
cvpr | Accepted at CVPR 2023
cvpr | Proceedings of the IEEE conference on computer vision and pattern recognition
cvpr | CVPR2022 Best Paper
cvpr | CVPR 2024 Highlight
date | Design, Automation & Test in Europe Conference & Exhibition, DATE 2020, Grenoble, France
date | DATE
date | date
eccv | ECCV (12)
eccv | Computer Vision – ECCV 2018
eccv | European Conference on Computer Vision (ECCV)
ecml-pkdd | ECML PKDD
ecml-pkdd | ECML/PKDD (1)
ecml-pkdd | Machine Learning and Knowledge Discovery in Databases
ecml-pkdd | ECML-PKDD 2020
emnlp | EMNLP/IJCNLP (1)
emnlp | EMNLP 2020 Demos
emnlp | EMNLP: Industry Track
esec-fse | ESEC/FSE
esec-fse | ESEC/SIGSOFT FSE
eswa | Expert Syst. Appl.
facct | FAT* '19: Conference on Fairness, Accountability, and Transparency
facct | FAccT
facct | Proceedings of the 2nd Conference on Fairness, Accountability and Transparency
foundations-and-trends-in-machine-learning | Found. Trends Mach. Learn.
icaps | ICAPS
icassp | IEEE International Conference on Acoustics, Speech, and Signal Processing
iccv | Computer Vision (ICCV), 2017 IEEE International Conference on
iccv | In: Proceedings of the IEEE International Conference on Computer Vision, pp. 1234–1243
iccv | IEEE International Conference on Computer Vision (ICCV), 2017
iccv | ICCV (1)
icip | 2018 25th IEEE International Conference on Image Processing (ICIP)
iclr | ICLR 2024 poster
iclr | ICLR 2018 Oral
iclr | ICLR 2023 notable top 5%
iclr | ICLR (Poster)
iclr | Accepted to ICLR 2024
iclr | International Conference on Learning Representations
iclr | The Tenth International Conference on Learning Representations
iclr | Proceedings of ICLR 2021
iclr | ICLR 2024 oral
iclr | ICLR 2024 Tiny Papers
iclr | ICLR Blogposts 2024
iclr | ICLR 2025 Blogpost Track
iclr | Int. Conf. on Learning Representations
iclr | iclr
icml | To appear in ICML 2021
icml | Proceedings of the 36th International Conference on Machine Learning
icml | Proceedings of the Thirty-Sixth International Conference on Machine Learning, ICML 2019
icml | Int. Conf. Mach. Learn.
icml | INTERNATIONAL CONFERENCE ON MACHINE LEARNING, VOL 97
icml | ICML 2019 Long Beach
icml | International Conference on Machine Learning, PMLR
icml | ICML, 2019
icml | ICML 2023 (spotlight)
icml | Proc. ICML
icml | Proceedings of ICML'19
icml | ICML-2019
icml | ICML 19
icml | ICML 2024 Position Paper Track
icml | ICML 2025 poster
icml | Intl. Conf. on Machine Learning (ICML)
icml | Int'l Conf. on Machine Learning
icml | Internat. Conf. on Machine Learning
icmla | International Conference on Machine Learning and Applications
icra | 2018 IEEE International Conference on Robotics and Automation (ICRA)
icra | Robotics and Automation (ICRA), 2012 IEEE International Conference on
icra | IEEE ICRA 2020
icse | ICSE (SEIP)
ieee-acm-taslp | IEEE ACM Trans. Audio Speech Lang. Process.
ieee-communications-surveys-tutorials | IEEE Commun. Surv. Tutorials
ieee-jstsp | IEEE J. Sel. Top. Signal Process.
ieee-ra-l | IEEE Robotics Autom. Lett.
ieee-ra-l | IEEE Robot. Autom. Lett.
ieee-sp | IEEE S&P
ieee-sp | IEEE Symposium on Security & Privacy
ieee-sp | 2019 IEEE Symposium on Security and Privacy (SP)
ieee-tip | IEEE Trans. Image Process.
ieee-tip | IEEE TIP
ieee-tmi | IEEE Trans Med Imaging
ieee-tmi | IEEE Trans. Med. Imaging
ieee-tnn | IEEE Trans. Neural Netw.
ieee-tnnls | IEEE Trans. Neural Networks Learn. Syst.
ieee-tnnls | IEEE TNNLS
ieee-tpami | IEEE Trans. Pattern Anal. Mach. Intell.
ieee-tpami | TPAMI
ieee-tpami | IEEE TPAMI
ieee-tpami | Transactions on Pattern Analysis and Machine Intelligence
ieee-tpami | IEEE Transactions on Pattern Analysis & Machine Intelligence
ieee-tpami | T-PAMI
ieee-tpami | IEEE T-PAMI
ieee-tpami | IEEE Trans. PAMI
ieee-tvcg | IEEE Trans. Vis. Comput. Graph.
ijcai | IJCAI-19
ijcai | IJCAI-ECAI 2018
ijcnn | Neural Networks (IJCNN), 2014 International Joint Conference on
ijcv | Int. J. Comput. Vis.
ijcv | International Journal of Computer Vision, 115(3)
information-sciences | Inf. Sci.
information-systems | Inf. Syst.
interspeech | Interspeech
interspeech | Proc. Interspeech 2019
interspeech | INTERSPEECH
interspeech | Eleventh Annual Conference of the International Speech Communication Association
interspeech | interspeech 2021
iros | IEEE/RSJ IROS
iros | 2020 IEEE/RSJ International Conference on Intelligent Robots and Systems (IROS)
isca | ISCA
jair | J. Artif. Intell. Res.
jamia | Journal of the American Medical Informatics Association : JAMIA
jmlr | J. Mach. Learn. Res.
jmlr | J Mach Learn Res
jmlr | JOURNAL OF MACHINE LEARNING RESEARCH
jmlr | Journal of Machine Learning Research 21
jmlr | Journal of Machine Learning Research (JMLR)
jmlr | The Journal of Machine Learning Research
jmlr | Journal of Machine Learning Research, 15:1929-1958
kdd | KDD
kdd | KDD '20: The 26th ACM SIGKDD Conference on Knowledge Discovery and Data Mining
kdd | ACM SIGKDD
kdd | KDD (2)
kdd | kdd 2020
knowledge-based-systems | Knowl. Based Syst.
lrec | LREC 2020
lrec-coling | LREC-COLING
machine-learning | Machine Learning
machine-learning | Mach. Learn.
machine-learning | Machine Learning, 2019
medical-image-analysis | Medical Image Anal.
medical-image-analysis | Med Image Anal
miccai | Medical Image Computing and Computer Assisted Intervention – MICCAI 2020
miccai | International Conference on Medical image computing and computer-assisted intervention
ml4h | Machine Learning for Health (ML4H)
naacl | Proceedings of the 2019 Conference of the NAACL-HLT, Volume 1 (Long and Short Papers)
naacl | NAACL-HLT (1)
naacl | HLT-NAACL
naacl | NAACL-HLT (Industry Papers)
naacl | NAACL (Demonstrations)
nature | Nature
nature | NATURE
nature | Nature 521
nature | Nature (London)
nature-communications | Nat. Commun.
nature-machine-intelligence | Nat. Mach. Intell.
nature-machine-intelligence | Nature Machine Intelligence, 5(3)
nature-methods | Nat. Methods
neural-computation | Neural Comput.
neural-computing-and-applications | Neural Comput. Appl.
neural-networks | Neural Netw.
neural-networks | NEURAL NETWORKS
neural-networks | Neural Networks, vol. 61
neurips | NeurIPS
neurips | NIPS
neurips | neurips
neurips | NIPS 2016
neurips | NIPS'17
neurips | NeurIPS’20
neurips | Advances in Neural Information Processing Systems 30
neurips | ADVANCES IN NEURAL INFORMATION PROCESSING SYSTEMS
neurips | Annual Conference on Neural Information Processing Systems
neurips | Proceedings of the 34th International Conference on Neural Information Processing Systems
neurips | Adv. Neural Inf. Process. Syst.
neurips | Adv Neural Inf Process Syst
neurips | Thirty-seventh Conference on Neural Information Processing Systems
neurips | NeurIPS 2023 Datasets and Benchmarks Poster
neurips | NeurIPS Datasets and Benchmarks 2021
neurips | NeurIPS Datasets and Benchmarks
neurips | NeurIPS 2021 Track Datasets and Benchmarks
neurips | NeurIPS 2022 Accept
neurips | NeurIPS 2023 spotlight
neurips | "NeurIPS"
neurips | Advances in neural information processing systems, 5998-6008
neurips | NeurIPS 2020 Spotlight
neurips | NeurIPS 2024 D&B Track
neurips | NeurIPS (Datasets and Benchmarks Track)
neurips | Conf. on Neural Information Processing Systems
neurips | NeurIPS (NIPS)
neurips | Neural Information Processing Systems, NIPS 2014
neurips | Nips
neurips | Neurips
neuroimage | NeuroImage
pacmmod | Proc. ACM Manag. Data
pacmpl | Proc. ACM Program. Lang.
pattern-recognition | Pattern Recognit.
pattern-recognition-letters | Pattern Recognit. Lett.
physical-review-letters | Phys. Rev. Lett.
plos-computational-biology | PLoS Comput. Biol.
plos-one | PloS one
plos-one | PLoS ONE
plos-one | PLOS ONE 12(3)
pnas | Proc. Natl. Acad. Sci. U.S.A.
pnas | Proceedings of the National Academy of Sciences
proceedings-of-the-ieee | Proceedings of the IEEE
proceedings-of-the-ieee | Proc. IEEE
pvldb | Proc. VLDB Endow.
pvldb | Proceedings of the VLDB Endowment
pvldb | PVLDB
real-time-systems | Real-Time Systems
repl4nlp | Proceedings of the 3rd Workshop on Representation Learning for NLP
rss | Robotics: Science and Systems XV
sc | Proceedings of the ACM/IEEE Conference on Supercomputing, SC
science | Science (80-. ).
science | Science
science | science
science-robotics | Sci. Robotics
scientific-reports | Sci. Rep.
scientific-reports | Scientific reports
semeval | International Workshop on Semantic Evaluation (SemEval-2019)
semeval | Proceedings of the 12th International Workshop on Semantic Evaluation
siggraph | ACM SIGGRAPH 2022 Conference Proceedings
siggraph-asia | SIGGRAPH Asia
siggraph-asia | ACM SIGGRAPH Asia 2020
sigir | SIGIR '21
sigkdd-explorations | SIGKDD Explorations
sigmod | SIGMOD Conference
sigmod | International Conference on Management of Data
sigmod | Proceedings of the ACM SIGMOD International Conference on Management of Data
sigmod | SIGMOD/PODS
sigmod | Proc. ACM SIGMOD
sigmod-record | SIGMOD Record
sigmod-record | ACM SIGMOD Record
sigmod-record | SIGMOD Rec.
tacl | Trans. Assoc. Comput. Linguistics
tacl | Transactions of the ACL
tmlr | Trans. Mach. Learn. Res.
tmlr | Transactions on Machine Learning Research (TMLR)
tmlr | Trans. on Machine Learning Research
tmlr | TMLR 2023
tmlr | Accepted by TMLR
uai | UAI '09: Proceedings of the Twenty-Fifth Conference on Uncertainty in Artificial Intelligence
usenix-atc | USENIX ATC 2020
usenix-security | 30th USENIX Security Symposium (USENIX Security 21)
usenix-security | USENIX Security 21
vldb | Very Large Data Bases
vldb | Proceedings of the International Conference on Very Large Data Bases (VLDB)
vldb-journal | VLDB J.
vldb-journal | The VLDB Journal — The International Journal on Very Large Data Bases
wacv | WACV
wacv | 2021 IEEE Winter Conference on Applications of Computer Vision (WACV)
wacv | IEEE Winter Conf. on Applications of Computer Vision
workshop-on-online-abuse-and-harms | Proceedings of the Fourth Workshop on Online Abuse and Harms
www | WWW
www | Proceedings of The Web Conference 2020
www | The World Wide Web Conference
www | Proceedings of the ACM Web Conference 2022
www | WWW '20: Proceedings of The Web Conference 2020
bea | BEA@NAACL-HLT
blackboxnlp | BlackboxNLP@EMNLP
blackboxnlp | Proceedings of the 2019 ACL Workshop BlackboxNLP: Analyzing Neural Networks
corl | robot-learning.org/CoRL/2023/Conference
cvpr | IEEE Confernce on Computer Vision and Pattern Recognition
cvpr | Demo @ CVPR 2023
iclr | ICLR.cc/2024/Conference
iclr | Poster at ICLR 2023
iclr | The Eleventh International Conference on Learning Reprsentations
iclr | Tiny Papers @ ICLR 2023
icml | Procedings of the International Conference on Machine Learning
icml | Spotlight @ ICML 2022
ieee-tip | IEEE Transaction on Image Processing
ieee-tpami | IEEE Transactions on Pattern Analysis and Machine Inteligence
neurips | Advances in Neural Infomation Processing Systems
neurips | Datasets and Benchmarks Track @ NeurIPS 2021
neurips | Oral presentation at NeurIPS 2021
semeval | SemEval@NAACL-HLT
tacl | Transactions of the Assocation for Computational Linguistics
wmt | Proceedings of the EACL 2014 Workshop on Statistical Machine Translation
"""
#: Longer ones: with volumes, places and dates.
LONG = (
    (
        "bea",
        "Proceedings of the NAACL-HLT Workshop on Innovative Use of NLP for Building "
        "Educational Applications",
    ),
    (
        "aaai",
        "The Thirty-Third AAAI Conference on Artificial Intelligence, AAAI 2019, The "
        "Thirty-First Innovative Applications of Artificial Intelligence Conference, IAAI"
        " 2019, The Ninth AAAI Symposium on Educational Advances in Artificial "
        "Intelligence, EAAI 2019, Honolulu, Hawaii, USA, January 27 - February 1, 2019",
    ),
    (
        "acl",
        "Proceedings of the 55th Annual Meeting of the Association for Computational "
        "Linguistics (Volume 1: Long Papers)",
    ),
    (
        "acl",
        "Proceedings of the 59th Annual Meeting of the Association for Computational "
        "Linguistics and the 11th International Joint Conference on Natural Language "
        "Processing (Volume 1: Long Papers)",
    ),
    (
        "acl",
        "Proceedings of the 58th Annual Meeting of the Association for Computational "
        "Linguistics: System Demonstrations",
    ),
    (
        "acl",
        "Proceedings of the 61st Annual Meeting of the Association for Computational "
        "Linguistics (Volume 5: Industry Track)",
    ),
    (
        "corl",
        "Conference on Robot Learning, CoRL 2020, 16-18 November 2020, Virtual Event / "
        "Cambridge, MA, USA",
    ),
    (
        "eccv",
        "Computer Vision - ECCV 2018 - 15th European Conference, Munich, Germany, "
        "September 8-14, 2018, Proceedings, Part XII",
    ),
    (
        "emnlp",
        "Proceedings of the 2019 Conference on Empirical Methods in Natural Language "
        "Processing and the 9th International Joint Conference on Natural Language "
        "Processing (EMNLP-IJCNLP)",
    ),
    (
        "emnlp",
        "Proceedings of the 2020 Conference on Empirical Methods in Natural Language "
        "Processing: System Demonstrations",
    ),
    (
        "hotstorage",
        "HotStorage '22: 14th ACM Workshop on Hot Topics in Storage and File Systems, "
        "Virtual Event, June 27 - 28, 2022",
    ),
    (
        "icassp",
        "ICASSP 2020 - 2020 IEEE International Conference on Acoustics, Speech and Signal"
        " Processing (ICASSP)",
    ),
    (
        "icassp",
        "ICASSP, IEEE International Conference on Acoustics, Speech and Signal Processing"
        " - Proceedings",
    ),
    (
        "icassp",
        "ICASSP 2021-2021 IEEE International Conference on Acoustics, Speech and Signal "
        "Processing (ICASSP)",
    ),
    (
        "iclr",
        "8th International Conference on Learning Representations, ICLR 2020, Addis "
        "Ababa, Ethiopia, April 26-30, 2020",
    ),
    (
        "icml",
        "Proceedings of the 36th International Conference on Machine Learning, ICML 2019,"
        " 9-15 June 2019, Long Beach, California, USA",
    ),
    (
        "icml",
        "Proceedings of the 35th International Conference on Machine Learning, volume 80 "
        "of Proceedings of Machine Learning Research",
    ),
    (
        "icse",
        "2021 IEEE/ACM 43rd International Conference on Software Engineering: Software "
        "Engineering in Practice (ICSE-SEIP)",
    ),
    (
        "ijcai",
        "Proceedings of the Twenty-Eighth International Joint Conference on Artificial "
        "Intelligence, IJCAI 2019, Macao, China",
    ),
    (
        "kdd",
        "Proceedings of the 22nd ACM SIGKDD International Conference on Knowledge "
        "Discovery and Data Mining",
    ),
    (
        "kdd",
        "Proceedings of the 25th ACM SIGKDD International Conference on Knowledge "
        "Discovery & Data Mining",
    ),
    (
        "miccai",
        "Medical Image Computing and Computer-Assisted Intervention - MICCAI 2015 - 18th "
        "International Conference Munich, Germany",
    ),
    (
        "naacl",
        "Proceedings of the 2019 Conference of the North American Chapter of the "
        "Association for Computational Linguistics: Human Language Technologies, Volume 1"
        " (Long and Short Papers)",
    ),
    (
        "naacl",
        "Proceedings of the 2018 Conference of the North American Chapter of the "
        "Association for Computational Linguistics: Human Language Technologies, "
        "NAACL-HLT 2018, New Orleans, Louisiana, USA, June 1-6, 2018, Volume 1 (Long "
        "Papers)",
    ),
    (
        "neurips",
        "Advances in Neural Information Processing Systems 32: Annual Conference on "
        "Neural Information Processing Systems 2019, NeurIPS 2019, December 8-14, 2019, "
        "Vancouver, BC, Canada",
    ),
    (
        "neurips",
        "Thirty-seventh Conference on Neural Information Processing Systems Datasets and "
        "Benchmarks Track",
    ),
    (
        "sc",
        "SC20: International Conference for High Performance Computing, Networking, "
        "Storage and Analysis",
    ),
    (
        "sigir",
        "Proceedings of the 44th International ACM SIGIR Conference on Research and "
        "Development in Information Retrieval",
    ),
)
#: Parts of a conference, each a venue of its own: the conference, the part, the subject, the name.
PARTS = """
cvpr | workshop |  | CVPR Workshops
cvpr | workshop |  | CVPR (Workshops)
cvpr | workshop |  | CVPRW
cvpr | workshop |  | CVPR Workshop
cvpr | workshop |  | CVPR'19 Workshops
iccv | workshop |  | 2021 IEEE/CVF International Conference on Computer Vision Workshops (ICCVW)
iccv | workshop |  | ICCV Workshop
emnlp | findings |  | Findings of the Association for Computational Linguistics: EMNLP 2020
emnlp | findings |  | Findings of EMNLP
emnlp | findings |  | EMNLP (Findings)
emnlp | findings |  | EMNLP Findings
acl | findings |  | Findings of the Association for Computational Linguistics: ACL-IJCNLP 2021
acl | findings |  | Findings of the Association for Computational Linguistics ACL 2024
acl | findings |  | Findings of the Association for Computational Linguistics
emnlp | findings |  | Findings of ACL: EMNLP 2020
naacl | findings |  | Findings of NAACL
naacl | findings |  | Findings of the Association for Computational Linguistics: NAACL 2022
acl | findings |  | ACL Findings
iclr | workshop |  | ICLR 2018 Workshop Track
iclr | workshop |  | Workshop track - ICLR 2017
neurips | workshop | distribution shifts | NeurIPS Workshop on Distribution Shifts
neurips | workshop | deep learning | NIPS 2016 Deep Learning Workshop
neurips | workshop | deep learning | Deep Learning Workshop at NIPS 2014
icml | workshop | automl | ICML AutoML Workshop
icml | workshop | automl | ICML Workshop on AutoML
icml | workshop | automated machine learning | 6th ICML Workshop on Automated Machine Learning
icml | workshop | automl | AutoML Workshop at ICML
conll | challenge | babylm | BabyLM Challenge at CoNLL
emnlp | workshop | beyond vision language | EMNLP Workshop on Beyond Vision and Language
eccv | workshop |  | ECCV Workshops
eccv | workshop |  | Computer Vision - ECCV 2018 Workshops
sigmod | companion |  | Companion of the International Conference on Management of Data (SIGMOD)
www | companion |  | Companion Proceedings of the Web Conference 2018
www | companion |  | WWW (Companion Volume)
www | companion |  | International Conference on World Wide Web (WWW) Companion
gecco | companion |  | GECCO Companion
chi | extended abstracts |  | CHI Extended Abstracts
eccv | workshop |  | ECCV 2020 Workshops (3)
neurips | workshop | genbio | GenBio Workshop @ NeurIPS 2023
neurips | workshop | genbio | NeurIPS 2023 Workshop: GenBio
iclr | workshop | tsrl4h | ICLR 2023 - TSRL4H Workshop
emnlp | findings |  | EMNLP 2021 - Findings
naacl | findings |  | Findings of the ACL: NAACL 2024
kdd | challenge |  | KDD Cup
acl | workshop | student research | ACL 2020 Student Research Workshop
emnlp | findings |  | EMNLP 2020 (Findings)
eacl | findings |  | Findings of the Association for Computational Linguistics: EACL 2023
iclr | workshop |  | ICLR workshop
iclr | workshop | gtrl | ICLR 2022 Workshop on GTRL
neurips | workshop |  | NeurIPS Workshops
neurips | workshop |  | NIPS Workshop
neurips | workshop |  | NeurIPS 2019 Workshop
iccv | workshop |  | IEEE International Conference on Computer Vision Workshops
aaai | workshop | sheep | AAAI Workshop on Sheep
wacv | workshop |  | WACV Workshops
wacv | workshop |  | WACVW
neurips | challenge |  | NeurIPS Competition Track
cvpr | workshop |  | cvpr workshop
neurips | workshop | ai4science | AI4Science @ NeurIPS 2023
neurips | workshop | ml systems | ML for Systems @ NeurIPS 2022
neurips | workshop | syntheticdata4ml | NeurIPS.cc/2023/Workshop/SyntheticData4ML
acl | workshop | nlp4convai | NLP4ConvAI@ACL
emnlp | workshop | sheepnlp | SheepNLP@EMNLP
sigir | workshop | ecom | SIGIR eCom @ SIGIR 2019
"""
#: What nothing is published at: submissions, series of many venues, other words.
NO_VENUE = """
ACL Rolling Review
Submitted to ICLR 2025
ICLR 2025 Conference Submission
ICLR 2025 Conference Withdrawn Submission
Under review as a conference paper at ICLR 2020
Proceedings of Machine Learning Research
Lecture Notes in Computer Science
CEUR Workshop Proceedings
JMLR: Workshop and Conference Proceedings
PMLR
OpenReview
Rejected by ICML
NeurIPS 2022 Submitted
Proc. Mach. Learn. Res.
"""
#: Venues that are none of the known ones, though they share words or an acronym with one.
UNKNOWN = """
Machine Learning, Optimization, and Data Science
Neural Networks: Tricks of the Trade
International Conference on Machine Learning and Cybernetics
IEEE T PATTERN ANAL
Conference on Computational Creativity (ICCC)
Conference on Cloud Brewing (ICML)
CP
JCP
Bioinform.
Proceedings of the International Symposium on Logic Programming (ILPS)
Proceedings of the International Parallel Processing Symposium (IPPS)
Proceedings of the International Conference on Cloud Computing (CloudCom)
High Performance Computing
Frontiers in Computer Science
Curran Associates
Nature Reviews Neuroscience
SIGGRAPH Asia 2021 Technical Communications
Science of the Total Environment
Cell Reports
Patterns of Prejudice
Information Systems Research
Nature Reviews Genetics
Pattern Recognition and Image Analysis
ICMLC
International Conference on Computer Vision Theory and Applications
European Conference on Artificial Intelligence in Medicine
Conference on Artificial Intelligence in Medicine in Europe
International Conference on Robotics and Biomimetics
Asian Conference on Pattern Recognition
Chinese Conference on Pattern Recognition and Computer Vision
International Conference on Machine Vision
Symposium on Security
Journal of Computer Vision
Journal of Sheep and Vision
International Journal of Machine Learning and Cybernetics
Workshop on Sheep
ACL SRW
Proceedings of the Royal Society A
Procedia Computer Science
NIPS Deep Learning Symposium
Counting Sheep at ICLR 2022
International Conference on Machine Leaning
International Conference on Applied Machine Learning
Journal of Information Science
Neutral Networks
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("slug", "name"), [*rows(KNOWN), *LONG])
def test_years_counts_places_and_volumes_make_no_other_venue(slug: str, name: str) -> None:
    found = meant(name, known_venues())
    assert found.entry
    assert (found.entry.slug, found.part) == (slug, "")
    assert found.is_venue


@pytest.mark.parametrize(("slug", "part", "topic", "name"), rows(PARTS))
def test_a_part_of_a_conference_stays_apart_from_it(
    slug: str, part: str, topic: str, name: str
) -> None:
    found = meant(name, known_venues())
    assert found.entry
    assert (found.entry.slug, found.part, " ".join(found.topic)) == (slug, part, topic)


@pytest.mark.parametrize("name", NO_VENUE.strip().splitlines())
def test_a_series_or_a_submission_tells_no_venue(name: str) -> None:
    assert not meant(name, known_venues()).is_venue


@pytest.mark.parametrize("name", UNKNOWN.strip().splitlines())
def test_words_or_an_acronym_alone_make_no_known_venue(name: str) -> None:
    found = meant(name, known_venues())
    assert found.entry is None
    assert found.is_venue


def test_hostile_names_cost_little() -> None:
    for piece in (
        "A",
        "a b ",
        "(",
        "VLDB ",
        "@",
        "at A ",
        "workshop ",
        "ICML, ",
        "'9 ",
        "IX ",
        "2019",
    ):
        meant(piece * (100_000 // len(piece)), known_venues())
