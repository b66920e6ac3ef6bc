"""Claims of two holders that exclude each other by how the text puts them."""
