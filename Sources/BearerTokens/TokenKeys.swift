import Crypto
import CryptoExtras
import FoundationEssentials

/// What tokens may be signed with: what every issuer offers (RFC 7518, section 3.1).
enum TokenAlgorithm: String, Sendable {
    case rs256 = "RS256"
    case es256 = "ES256"
}

/// An issuer's public keys, as its JSON Web Key Set (RFC 7517) names them.
package struct TokenKeys: Sendable {
    struct Key: Sendable {
        var id: String?
        var verifier: Verifier

        func isValid(_ signature: [UInt8], of signed: [UInt8]) -> Bool { verifier.isValid(signature, of: signed) }
    }

    enum Verifier: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
    }

    private let keys: [Key]

    package static let none = TokenKeys([])

    private init(_ keys: [Key]) { self.keys = keys }

    package var isEmpty: Bool { keys.isEmpty }
    package var count: Int { keys.count }

    /// Reads a set. Keys of other kinds and uses are passed over, as sets hold what is not for us.
    package init(json: [UInt8]) throws(TokenProblem) {
        guard json.count <= 1 << 20, let set = try? JSONDecoder().decode(KeySet.self, from: Data(json)) else {
            throw TokenProblem("the key set is not JSON of the form {\"keys\": [...]}")
        }
        let keys = set.keys.prefix(100).compactMap(\.key)
        guard !keys.isEmpty else { throw TokenProblem("the key set has no key for RS256 or ES256") }
        self.keys = keys
    }

    /// The keys that may have made a signature: the one of that id, or all that fit where the token names none.
    func keys(for algorithm: TokenAlgorithm, id: String?) -> [Key] {
        keys.filter { key in
            guard id == nil || key.id == nil || key.id == id else { return false }
            return switch (key.verifier, algorithm) {
            case (.rsa, .rs256), (.p256, .es256): true
            case (.rsa, .es256), (.p256, .rs256): false
            }
        }
    }
}

extension TokenKeys.Verifier {
    func isValid(_ signature: [UInt8], of signed: [UInt8]) -> Bool {
        switch self {
        case .rsa(let key):
            return key.isValidSignature(.init(rawRepresentation: signature), for: SHA256.hash(data: signed), padding: .insecurePKCS1v1_5)
        case .p256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: SHA256.hash(data: signed))
        }
    }
}

private struct KeySet: Decodable {
    var keys: [Entry]

    struct Entry: Decodable {
        var kty: String
        var kid: String?
        var use: String?
        var alg: String?
        var n: String?
        var e: String?
        var crv: String?
        var x: String?
        var y: String?

        var key: TokenKeys.Key? {
            guard use == nil || use == "sig" else { return nil }
            switch kty {
            case "RSA":
                // RFC 7518, section 3.3: 2048 bits at least.
                guard alg == nil || alg == "RS256", let n = n.flatMap({ base64URL($0) }), let e = e.flatMap({ base64URL($0) }),
                    n.drop(while: { $0 == 0 }).count >= 256, n.count <= 2048, let key = try? _RSA.Signing.PublicKey(n: n, e: e)
                else { return nil }
                return TokenKeys.Key(id: kid, verifier: .rsa(key))
            case "EC":
                guard alg == nil || alg == "ES256", crv == "P-256", let x = x.flatMap({ base64URL($0) }), let y = y.flatMap({ base64URL($0) }),
                    x.count == 32, y.count == 32, let key = try? P256.Signing.PublicKey(x963Representation: [4] + x + y)
                else { return nil }
                return TokenKeys.Key(id: kid, verifier: .p256(key))
            default: return nil
            }
        }
    }
}
