// stands for a module of version 0.1
