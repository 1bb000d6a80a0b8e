"""分類瀏覽: topics, departments, years, classes and a plan's own index, by links alone."""
