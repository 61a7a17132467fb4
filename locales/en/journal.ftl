# The journal: a sentence for each line, and its verification.
