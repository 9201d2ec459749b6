"""What every answer says to the browser: nothing from elsewhere, nothing kept, nothing framed."""

from flask import Flask, Response, current_app

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; media-src 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Robots-Tag": "noindex, noarchive",
}
A_YEAR = "max-age=31536000; includeSubDomains"


def furnish(app: Flask) -> None:
    """Gives every answer these headers; no page is kept by a browser or on the way."""

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        if current_app.extensions["bizplan"][0].is_secure:
            response.headers.setdefault("Strict-Transport-Security", A_YEAR)
        return response
