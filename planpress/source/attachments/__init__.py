"""Files that lie beside a plan: pictures, PDF and office documents, judged by their bytes."""
