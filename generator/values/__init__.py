"""What a paper is made of, each in one form from where it is read to where it is printed."""
