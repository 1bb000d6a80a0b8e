"""planpress: public offices' yearly service plans as accessible bilingual pages, from YAML in git.

Data flows one way, and every arrow is a plain function::

    offices/**.yml --source--> model --edition--> one language of it
       --pages / open_data / sitemap--> artifacts --write if changed--> site/ --checks--> publish

``docs/architecture.md`` tells the whole story; start reading the code at :mod:`planpress.site.build`.
"""
