import Crypto

/// What SCRAM makes of a password (RFC 5802, section 3).
struct ScramKeys {
    private let hash: ScramHash
    private let clientKey: [UInt8]
    private let serverKey: [UInt8]

    init(_ hash: ScramHash, password: [UInt8], salt: [UInt8], iterations: Int) {
        self.hash = hash
        let salted = hash.stretch(password, salt: salt, iterations: iterations)
        clientKey = hash.authenticate(Array("Client Key".utf8), with: salted)
        serverKey = hash.authenticate(Array("Server Key".utf8), with: salted)
    }

    func clientProof(of message: [UInt8]) -> [UInt8] {
        let signature = hash.authenticate(message, with: hash.digest(clientKey))
        return zip(clientKey, signature).map { $0 ^ $1 }
    }

    func serverSignature(of message: [UInt8]) -> [UInt8] { hash.authenticate(message, with: serverKey) }
}

extension ScramHash {
    func digest(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: Array(SHA256.hash(data: bytes))
        case .sha512: Array(SHA512.hash(data: bytes))
        }
    }

    func authenticate(_ bytes: [UInt8], with key: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
        case .sha512: Array(HMAC<SHA512>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
        }
    }

    /// `Hi`: PBKDF2 with one block.
    func stretch(_ password: [UInt8], salt: [UInt8], iterations: Int) -> [UInt8] {
        switch self {
        case .sha256: stretch(password, salt, iterations, SHA256.self)
        case .sha512: stretch(password, salt, iterations, SHA512.self)
        }
    }

    private func stretch<Hash: HashFunction>(_ password: [UInt8], _ salt: [UInt8], _ iterations: Int, _: Hash.Type) -> [UInt8] {
        // Keyed once: the key's blocks are the same in every round.
        let keyed = HMAC<Hash>(key: SymmetricKey(data: password))
        func round(_ bytes: [UInt8]) -> [UInt8] {
            var code = keyed
            code.update(data: bytes)
            return Array(code.finalize())
        }
        var last = round(salt + [0, 0, 0, 1])
        var sum = last
        for _ in 1..<max(iterations, 1) {
            last = round(last)
            for index in sum.indices { sum[index] ^= last[index] }
        }
        return sum
    }
}
