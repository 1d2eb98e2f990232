"""What services said of papers, as the files of catalogue/facts/ keep it."""
