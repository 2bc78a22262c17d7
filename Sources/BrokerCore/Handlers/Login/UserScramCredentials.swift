import KafkaWire
import ScramLogin

/// DescribeUserScramCredentials 0 and AlterUserScramCredentials 0 (KIP-554): SCRAM users, made by who may alter the cluster.
/// Passwords never come here: clients send them salted, and what is kept is less still.
extension Broker {
    func describeUserScramCredentials(_ request: DescribeUserScramCredentialsRequest, _ call: Call) {
        guard isAllowed(call, .describe, on: .cluster) else {
            return reply(call.id, DescribeUserScramCredentialsResponse(
                errorCode: .clusterAuthorizationFailed, errorMessage: ErrorCode.clusterAuthorizationFailed.message, results: []))
        }
        var asked: [String] = []
        var counts: [String: Int] = [:]
        for user in request.users ?? [] {
            counts[user.name, default: 0] += 1
            if counts[user.name] == 1 { asked.append(user.name) }
        }
        if asked.isEmpty { asked = logins.users.keys.sorted() }
        reply(call.id, DescribeUserScramCredentialsResponse(errorMessage: nil, results: asked.map { name in
            if counts[name, default: 1] > 1 {
                return .init(
                    user: name, errorCode: .duplicateResource,
                    errorMessage: "Cannot describe SCRAM credentials for the same user twice in a single request: \(name)")
            }
            guard let credentials = logins.users[name] else {
                return .init(
                    user: name, errorCode: .resourceNotFound,
                    errorMessage: "Attempt to describe a user credential that does not exist: \(name)")
            }
            return .init(user: name, errorMessage: nil, credentialInfos: credentials.values.sorted { $0.hash.number < $1.hash.number }.map {
                .init(mechanism: $0.hash.number, iterations: Int32($0.iterations))
            })
        }))
    }

    func alterUserScramCredentials(_ request: AlterUserScramCredentialsRequest, _ call: Call) {
        var names: [String] = []
        var refusals: [String: ScramRefusal] = [:]
        var entries: [String: MetadataEntry] = [:]
        /// Kafka takes one change a user and request.
        func add(_ name: String, _ change: () throws(ScramRefusal) -> MetadataEntry) {
            if entries[name] == nil, refusals[name] == nil { names.append(name) }
            guard refusals[name] == nil else { return }
            do throws(ScramRefusal) {
                guard entries.removeValue(forKey: name) == nil else { throw .twice }
                entries[name] = try change()
            } catch {
                refusals[name] = error
            }
        }
        let mayAlter = isAllowed(call, .alter, on: .cluster)
        for deletion in request.deletions {
            add(deletion.name) { () throws(ScramRefusal) in
                guard mayAlter else { throw .notAllowed }
                let hash = try ScramRefusal.check(deletion.name, deletion.mechanism)
                guard logins[deletion.name, hash] != nil else { throw .unknown }
                return .scramUserRemoved(name: deletion.name, hash)
            }
        }
        for upsertion in request.upsertions {
            add(upsertion.name) { () throws(ScramRefusal) in
                guard mayAlter else { throw .notAllowed }
                return .scramUserSet(name: upsertion.name, try upsertion.credential())
            }
        }
        let kept = names.compactMap { entries[$0] }
        if keep(kept) {
            for entry in kept { logins.apply(entry) }
        } else {
            for name in entries.keys { refusals[name] = .notKept }
        }
        replyWhenKept(call.id, AlterUserScramCredentialsResponse(results: names.map { name in
            let refusal = refusals[name]
            return .init(user: name, errorCode: refusal?.error ?? .none, errorMessage: refusal?.message)
        }))
    }
}

/// Why a user's credential is left as it is.
private struct ScramRefusal: Error {
    var error: ErrorCode
    var message: String?

    static let notAllowed = ScramRefusal(error: .clusterAuthorizationFailed, message: ErrorCode.clusterAuthorizationFailed.message)
    static let twice = ScramRefusal(error: .duplicateResource, message: "A user credential cannot be altered twice in the same request")
    static let unknown = ScramRefusal(error: .resourceNotFound, message: "Attempt to delete a user credential that does not exist")
    static let notKept = ScramRefusal(error: .kafkaStorageError, message: "The credential cannot be kept.")

    static func check(_ name: String, _ mechanism: Int8) throws(ScramRefusal) -> ScramHash {
        guard !name.isEmpty else { throw ScramRefusal(error: .unacceptableCredential, message: "Username must not be empty") }
        guard let hash = ScramHash(number: mechanism) else {
            throw ScramRefusal(error: .unsupportedSaslMechanism, message: "Unknown SCRAM mechanism")
        }
        return hash
    }
}

extension AlterUserScramCredentialsRequest.Upsertion {
    fileprivate func credential() throws(ScramRefusal) -> ScramCredential {
        let hash = try ScramRefusal.check(name, mechanism)
        guard Int(iterations) >= LoginStore.iterations.lowerBound else {
            throw ScramRefusal(error: .unacceptableCredential, message: "Too few iterations")
        }
        guard Int(iterations) <= LoginStore.iterations.upperBound else {
            throw ScramRefusal(error: .unacceptableCredential, message: "Too many iterations")
        }
        guard (1...1024).contains(salt.readableBytes), (1...1024).contains(saltedPassword.readableBytes), name.utf8.count <= 1024 else {
            throw ScramRefusal(error: .unacceptableCredential, message: "The name, the salt or the salted password is empty or too long")
        }
        return ScramCredential(
            hash, salted: Array(saltedPassword.readableBytesView), salt: Array(salt.readableBytesView), iterations: Int(iterations))
    }
}

extension LoginStore {
    /// Entries about anything else do nothing.
    mutating func apply(_ entry: MetadataEntry) {
        switch entry {
        case .scramUserSet(let name, let credential): self[name, credential.hash] = credential
        case .scramUserRemoved(let name, let hash): self[name, hash] = nil
        case .loginSeed(let seed): saltSeed = seed
        default: break
        }
    }

    /// The fewest entries that say the same.
    var entries: [MetadataEntry] {
        (saltSeed.map { [.loginSeed($0)] } ?? [])
            + users.sorted { $0.key < $1.key }.flatMap { name, credentials in
                credentials.values.sorted { $0.hash.number < $1.hash.number }.map { .scramUserSet(name: name, $0) }
            }
    }
}
