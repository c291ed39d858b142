Un document.
