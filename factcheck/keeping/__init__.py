"""What is kept on disk between runs, and how it is known to be still true."""
