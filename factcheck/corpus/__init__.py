"""Corpus mode: thousands of articles and more, in stages of files, so that memory stays bounded and a stopped run goes on."""
