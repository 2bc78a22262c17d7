import Crypto
import CryptoExtras

/// What SCRAM makes of a password (RFC 5802, section 3).
package struct ScramKeys {
    private let hash: ScramHash
    private let clientKey: [UInt8]
    let serverKey: [UInt8]

    package init(_ hash: ScramHash, password: [UInt8], salt: [UInt8], iterations: Int) {
        self.init(hash, salted: hash.stretch(password, salt: salt, iterations: iterations))
    }

    /// - Parameter salted: the password after `Hi`, as clients send it that set a user's password.
    init(_ hash: ScramHash, salted: [UInt8]) {
        self.hash = hash
        clientKey = hash.authenticate(Array("Client Key".utf8), with: salted)
        serverKey = hash.authenticate(Array("Server Key".utf8), with: salted)
    }

    /// What a server keeps, to know the password by.
    var storedKey: [UInt8] { hash.digest(clientKey) }

    package func clientProof(of message: [UInt8]) -> [UInt8] {
        let signature = hash.authenticate(message, with: hash.digest(clientKey))
        return zip(clientKey, signature).map { $0 ^ $1 }
    }

    package func serverSignature(of message: [UInt8]) -> [UInt8] { hash.authenticate(message, with: serverKey) }
}

extension ScramHash {
    package func digest(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: Array(SHA256.hash(data: bytes))
        case .sha512: Array(SHA512.hash(data: bytes))
        }
    }

    package func authenticate(_ bytes: [UInt8], with key: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
        case .sha512: Array(HMAC<SHA512>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
        }
    }

    /// `Hi`: PBKDF2 with one block.
    func stretch(_ password: [UInt8], salt: [UInt8], iterations: Int) -> [UInt8] {
        let function: KDF.Insecure.PBKDF2.HashFunction =
            switch self {
            case .sha256: .sha256
            case .sha512: .sha512
            }
        do {
            let key = try KDF.Insecure.PBKDF2.deriveKey(
                from: password, salt: salt, using: function, outputByteCount: length, unsafeUncheckedRounds: max(iterations, 1))
            return key.withUnsafeBytes { Array($0) }
        } catch {
            preconditionFailure("PBKDF2 fails for want of memory alone: \(error)")
        }
    }
}

/// In a time that tells nothing of where they differ.
package func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
