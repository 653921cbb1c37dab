"""Static files under names that change with their content, compressed once."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Whitenoise's, which also renames what our JavaScript modules import.

    Only statements that end in a semicolon are renamed; tests/architecture asks for it.
    """

    support_js_module_import_aggregation = True
