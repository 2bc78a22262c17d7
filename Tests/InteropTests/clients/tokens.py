"""An issuer of tokens: `tokens.py KEYS PRIVATE` writes a key set, and the private keys that belong to it."""

import json
import sys
import time
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # authlib says that this part of it moves
    from authlib.jose import JsonWebKey, jwt


def make(public: str, private: str) -> None:
    elliptic = JsonWebKey.generate_key("EC", "P-256", is_private=True, options={"kid": "ES256"})
    rsa = JsonWebKey.generate_key("RSA", 2048, is_private=True, options={"kid": "RS256"})
    with open(private, "w") as file:
        json.dump([key.as_dict(is_private=True) for key in (elliptic, rsa)], file)
    with open(public, "w") as file:
        json.dump({"keys": [key.as_dict() for key in (elliptic, rsa)]}, file)


def issue(private: str, subject: str, seconds: int = 300, algorithm: str = "ES256", **claims) -> tuple[str, float]:
    with open(private) as file:
        key = next(JsonWebKey.import_key(key) for key in json.load(file) if key["kid"] == algorithm)
    expires = int(time.time()) + seconds
    body = {"sub": subject, "iss": "https://id.test", "aud": "kafka", "exp": expires, "iat": int(time.time())} | claims
    return jwt.encode({"alg": algorithm, "kid": algorithm}, body, key).decode(), float(expires)


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2])
