import Diagnostics
import MeshModel

/// `authentication` of an embedded cluster.
let authenticationDescription = ObjectDescription(
    "an authentication",
    [
        FieldDescription(
            "users",
            .list(
                of: .object(
                    ObjectDescription(
                        "a user",
                        [
                            FieldDescription("name", .text(.nonEmpty), required: true, example: "heddle", since: "0.6", "The name. Kafka knows it as `User:<name>`."),
                            FieldDescription(
                                "password", .secret, required: true, example: "{ fromEnv: HEDDLE_PASSWORD }", since: "0.6",
                                "Where the password is, read when the cluster starts."),
                        ])), atLeast: 1), example: "[{ name: heddle, password: { fromEnv: HEDDLE_PASSWORD } }]", since: "0.6",
            "Users that the cluster starts with, by any mechanism with a password: at least the one that makes all others."),
        FieldDescription(
            "oauth", .object(oauthDescription), example: "{ issuer: \"https://id.example.com\", audience: [kafka], jwks: { url: \"https://id.example.com/keys\" } }",
            since: "0.6", "Which tokens `oauthbearer` takes."),
        FieldDescription(
            "session", .duration(allowsUnlimited: false), fallback: "as long as the connection, or the token", example: "1h", since: "0.6",
            "After this, clients must log in again: Kafka's `connections.max.reauth.ms`. A token that runs out sooner counts sooner."),
        FieldDescription(
            "failureDelay", .duration(allowsUnlimited: false), fallback: "100ms", example: "500ms", since: "0.6",
            "How late a failed login is answered: Kafka's `connection.failed.authentication.delay.ms`."),
    ])

private let oauthDescription = ObjectDescription(
    "a setting of tokens",
    [
        FieldDescription(
            "issuer", .text(.nonEmpty), example: "\"https://id.example.com\"", since: "0.6",
            "What a token's `iss` must be."),
        FieldDescription(
            "audience", .list(of: .text(.nonEmpty), atLeast: 1), example: "[kafka]", since: "0.6", "A token's `aud` must name one of these."),
        FieldDescription(
            "jwks",
            .object(
                ObjectDescription(
                    "a key set", exactlyOneOf: [["file", "url"]],
                    [
                        FieldDescription("file", .text(.path), example: "certs/keys.json", since: "0.6", "A file, read again when it changes."),
                        FieldDescription("url", .text(.url), example: "\"https://id.example.com/keys\"", since: "0.6", "Fetched at the start and every five minutes."),
                    ])), example: "{ url: \"https://id.example.com/keys\" }", since: "0.6",
            "The issuer's keys (RFC 7517), for RS256 and ES256."),
        FieldDescription(
            "principalClaim", .text(.nonEmpty), fallback: "sub", example: "preferred_username", since: "0.6", "The claim that names the principal."),
        FieldDescription(
            "clockSkew", .duration(allowsUnlimited: false), fallback: "30s", example: "10s", since: "0.6",
            "How far the issuer's clock may be from the cluster's."),
        FieldDescription(
            "insecureAcceptUnsigned", .boolean, fallback: "false", example: "false", since: "0.6",
            "Takes tokens that nobody signed: everybody is who they say. For tests alone."),
    ])

func decodeAuthentication(_ value: ManifestValue) -> ClusterSpec.Authentication {
    ClusterSpec.Authentication(
        users: (value["users"]?.list ?? []).compactMap { user in
            guard let name = user.text("name"), let password = user["password"].flatMap(decodeSecret) else { return nil }
            return ClusterSpec.Authentication.User(name: name, password: password)
        },
        oauth: value["oauth"].map(decodeOAuth), session: value.duration("session"), failureDelay: value.duration("failureDelay"))
}

private func decodeOAuth(_ value: ManifestValue) -> ClusterSpec.OAuth {
    let keys = value["jwks"].flatMap { jwks in
        jwks.text("file").map { ClusterSpec.OAuth.Keys.file($0.value) } ?? jwks.text("url").map { .url($0.value) }
    }
    var oauth = ClusterSpec.OAuth(issuer: value.text("issuer")?.value, audiences: value.texts("audience").map(\.value), keys: keys)
    if let skew = value.duration("clockSkew") { oauth.clockSkew = skew.value }
    if let claim = value.text("principalClaim") { oauth.principalClaim = claim.value }
    oauth.acceptsUnsecured = value.boolean("insecureAcceptUnsigned")?.value == true
    return oauth
}
