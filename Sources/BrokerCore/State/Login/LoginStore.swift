import ScramLogin

/// The users that clients made (KIP-554), and what the broker shows of those that there are not.
struct LoginStore {
    struct Key: Hashable {
        var user: String
        var hash: ScramHash
    }

    private(set) var users: [String: [ScramHash: ScramCredential]] = [:]
    /// Keeps the salts of unknown users the same over restarts, as those of known ones are. Nil until it is needed.
    var saltSeed: [UInt8]?
    /// Of the users that the broker is started with, made when they are first asked for.
    private var made: [Key: ScramCredential] = [:]

    /// As Kafka takes them.
    static let iterations = 4096...16_384

    var count: Int { users.reduce(0) { $0 + $1.value.count } }

    subscript(user: String, hash: ScramHash) -> ScramCredential? {
        get { users[user]?[hash] }
        set {
            users[user, default: [:]][hash] = newValue
            if users[user]?.isEmpty == true { users[user] = nil }
        }
    }

    /// What a login with this name is held against. Unknown names take the same steps as known ones.
    mutating func credential(of user: String, _ hash: ScramHash, given: LoginUser?, seed: [UInt8]) -> ScramCredential {
        if let given {
            let key = Key(user: user, hash: hash)
            if let known = made[key] { return known }
            let salt = ScramCredential.unknown(hash, user: user, seed: seed, iterations: Self.iterations.lowerBound).salt
            let credential = ScramCredential(hash, password: given.password, salt: salt, iterations: Self.iterations.lowerBound)
            made[key] = credential
            return credential
        }
        return self[user, hash] ?? .unknown(hash, user: user, seed: seed, iterations: Self.iterations.lowerBound)
    }
}

/// SCRAM, and who will have been let in when it ends well.
struct ScramProof {
    var exchange: ScramServerExchange
    var principal: Principal
}
