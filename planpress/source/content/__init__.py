"""What belongs to the site and not to one plan: pages, topics, words, links, reviews, files served as they are."""
