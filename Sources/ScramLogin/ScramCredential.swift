/// What a server keeps of a password: enough to recognise it, too little to log in with.
package struct ScramCredential: Sendable, Equatable {
    package var hash: ScramHash
    package var salt: [UInt8]
    package var iterations: Int
    package var storedKey: [UInt8]
    package var serverKey: [UInt8]

    package init(hash: ScramHash, salt: [UInt8], iterations: Int, storedKey: [UInt8], serverKey: [UInt8]) {
        self.hash = hash
        self.salt = salt
        self.iterations = iterations
        self.storedKey = storedKey
        self.serverKey = serverKey
    }

    package init(_ hash: ScramHash, password: [UInt8], salt: [UInt8], iterations: Int) {
        self.init(hash, ScramKeys(hash, password: password, salt: salt, iterations: iterations), salt, iterations)
    }

    /// - Parameter salted: as AlterUserScramCredentials brings it; the password itself never leaves who sets it.
    package init(_ hash: ScramHash, salted: [UInt8], salt: [UInt8], iterations: Int) {
        self.init(hash, ScramKeys(hash, salted: salted), salt, iterations)
    }

    private init(_ hash: ScramHash, _ keys: ScramKeys, _ salt: [UInt8], _ iterations: Int) {
        self.init(hash: hash, salt: salt, iterations: iterations, storedKey: keys.storedKey, serverKey: keys.serverKey)
    }

    /// A credential that no password fits, so that who is not known goes through the same steps as who is.
    ///
    /// - Parameter seed: nobody else's; the same user is shown the same salt each time.
    package static func unknown(_ hash: ScramHash, user: String, seed: [UInt8], iterations: Int) -> ScramCredential {
        func bytes(_ what: String) -> [UInt8] { hash.authenticate(Array("\(what):\(hash.mechanism):\(user)".utf8), with: seed) }
        return ScramCredential(
            hash: hash, salt: Array(bytes("salt").prefix(saltLength)), iterations: iterations, storedKey: bytes("stored"), serverKey: bytes("server"))
    }

    /// What clients of Kafka take, who set a password without naming a salt of their own.
    package static let saltLength = 20

    /// Whether this is the password. As slow as making the credential was.
    package func fits(_ password: [UInt8]) -> Bool {
        areEqual(ScramKeys(hash, password: password, salt: salt, iterations: iterations).storedKey, storedKey)
    }
}

extension ScramCredential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(hash.mechanism), \(iterations) iterations (secret)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
