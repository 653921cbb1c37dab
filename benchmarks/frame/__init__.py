"""What every benchmark needs: a Broadsheet to load, load itself, medians and tables."""
