import Crypto
import Determinism
import Foundation

/// Whether somebody who calls knows the secret: as GitHub, Gitea, Forgejo and GitLab show it.
struct WebhookVerifier {
    private let secret: String
    /// HMAC-SHA256 codes of the body that the caller claims.
    private var claimed: [[UInt8]] = []
    private var isTokenRight: Bool?
    private var isMalformed = false
    private var code: HMAC<SHA256>

    /// - Parameter headers: names in small letters.
    init(secret: String, headers: some Sequence<(name: String, value: String)>) {
        self.secret = secret
        code = HMAC<SHA256>(key: SymmetricKey(data: Data(secret.utf8)))
        for (name, value) in headers {
            switch name {
            case "x-hub-signature-256": claim(value.hasPrefix("sha256=") ? value.dropFirst(7) : "")
            case "x-gitea-signature": claim(value[...])
            case "x-gitlab-token": isTokenRight = (isTokenRight ?? true) && isSecret(value)
            default: break
            }
        }
    }

    /// The body's bytes, in order.
    mutating func take(_ bytes: some DataProtocol) {
        if !claimed.isEmpty { code.update(data: bytes) }
    }

    /// To be asked once the whole body was taken. Somebody has to show that they know the secret, and nothing that they show may be
    /// wrong.
    func isTrusted() -> Bool {
        guard !isMalformed, !claimed.isEmpty || isTokenRight != nil else { return false }
        let found = code.finalize()
        // Each is looked at whatever the others are, in a time that does not tell where they differ.
        var isRight = isTokenRight ?? true
        for code in claimed where !(found == code) { isRight = false }
        return isRight
    }

    private mutating func claim(_ text: Substring) {
        guard let code = fromHexadecimal(text.utf8, capitals: true), code.count == SHA256.byteCount else { return isMalformed = true }
        claimed.append(code)
    }

    /// Digests are compared, so that the time tells nothing of the secret, nor of how long it is.
    private func isSecret(_ token: String) -> Bool { SHA256.hash(data: Data(token.utf8)) == SHA256.hash(data: Data(secret.utf8)) }
}
