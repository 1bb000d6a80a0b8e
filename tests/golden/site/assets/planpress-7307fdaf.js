assets/planpress-7307fdaf.js
