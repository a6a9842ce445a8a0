"""What is seen and pressed: windows, pages, the sheet. It holds no rule of minute-taking."""
