assets/planpress-77b759e6.js
