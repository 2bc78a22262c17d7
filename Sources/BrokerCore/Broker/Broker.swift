import BearerTokens
import BrokerLog
import Determinism
import KafkaWire
import NIOCore

/// An embedded broker: everything between a decoded frame and a byte on disk, without sockets, clocks or chance.
///
///     let effects = broker.handle(.received(connection, frame), now: now)
///
/// The shell tells it events one after another and carries the effects out in their order. The same events at
/// the same times with the same seed give the same effects. Not `Sendable`: it lives where it was made.
package final class Broker {
    package let settings: BrokerSettings
    package let clusterID: KafkaUUID
    let storage: any Storage

    var random: SeededGenerator
    /// The time of the event being handled. Never goes back.
    var now: Instant
    var effects: [BrokerEffect] = []
    var timers = TimerQueue()
    var connections: [ConnectionID: Connection] = [:]
    var authorizer: Authorizer

    var topics: TopicTable
    var groups: GroupTable
    var acls: AclStore
    var configs: BrokerConfigs {
        didSet {
            inheritedSettings = nil
            recentSettings = nil
            inheritedDescription = nil
        }
    }
    /// What configs come to for a topic that says nothing of its own, once it was worked out.
    var inheritedSettings: TopicSettings?
    /// The same for what a topic said last: topics are made by the thousand with the same configs.
    var recentSettings: (overrides: [String: String], settings: TopicSettings)?
    /// What CreateTopics tells of the configs of a topic that says nothing of its own.
    var inheritedDescription: [CreateTopicsResponse.CreatableTopicConfigs]?
    var producerIDs: ProducerIDAllocator
    var transactions: TransactionTable
    /// Offsets that groups are to commit with transactions under way.
    var pendingOffsets: PendingOffsets
    var metadataJournal: Journal
    var groupJournal: Journal
    /// `appendedCount` of the journals when they were last rewritten.
    var metadataEntriesAtRewrite: Int64 = 0
    var groupEntriesAtRewrite: Int64 = 0
    var syncs = SyncRounds()
    var fetches = WaitingFetches()
    var fetchSessions = FetchSessions()
    var topicPatterns = TopicPatterns()
    /// What the schema registry holds, once it was told.
    var schemas: (any SchemaDirectory)?
    var validation = ValidationLedger()
    var logins: LoginStore
    var nonces: NonceSource
    /// What tokens of OAUTHBEARER may be signed with.
    var tokenKeys = TokenKeys.none
    var changes = ChangeStream()
    /// Why the broker can do nothing any more, once that is so.
    var failure: String?

    struct Connection {
        var info: ConnectionInfo
        var responses = ResponseQueue()
        /// Who asks, as decisions see it; made once a connection.
        var asker: Asker
        var login: ConnectionLogin { didSet { isWatched = login.isWatched } }
        /// Whether requests are held against the login: those of open listeners, and of who is known for good, are not.
        private(set) var isWatched: Bool

        init(info: ConnectionInfo) {
            self.info = info
            asker = Asker(info.principal, clientHost: info.clientHost)
            login = info.mechanisms.isEmpty ? .none : .expected
            isWatched = login.isWatched
        }
    }

    /// Takes over what was recovered; see `Broker.open`.
    init(
        settings: BrokerSettings, storage: any Storage, random: SeededGenerator, now: Instant,
        recovered: RecoveredState
    ) {
        self.settings = settings
        self.storage = storage
        self.random = random
        self.now = now
        authorizer = Authorizer(settings.authorization)
        clusterID = recovered.clusterID
        topics = recovered.topics
        groups = recovered.groups
        acls = recovered.acls
        configs = recovered.configs
        producerIDs = recovered.producerIDs
        transactions = recovered.transactions
        pendingOffsets = recovered.pendingOffsets
        logins = recovered.logins
        nonces = NonceSource(seed: settings.login.seed)
        metadataJournal = recovered.metadataJournal
        groupJournal = recovered.groupJournal
        timers.schedule(.retention, at: now + settings.retentionCheckInterval)
        if settings.durability == .os {
            timers.schedule(.backgroundSync, at: now + settings.backgroundSyncInterval)
        }
    }

    /// When `deadlineReached` should come next, at the latest.
    package var nextDeadline: Instant? { timers.nextDeadline }

    /// How many requests of a connection have not been answered.
    package func requestsUnderWay(on connection: ConnectionID) -> Int {
        connections[connection]?.responses.count ?? 0
    }

    /// What became of records that were held against their schemas, by topic. Topics that ask for nothing are not there.
    package var validationCounts: [String: ValidationCounts] { validation.counts }

    package func handle(_ event: BrokerEvent, now: Instant) -> [BrokerEffect] {
        self.now = max(self.now, now)
        guard failure == nil else { return [] }
        switch event {
        case .connectionOpened(let id, let info):
            connections[id] = Connection(info: info)
        case .received(let id, let frame):
            receive(frame, from: id)
            tellChanges()
        case .refused(let id, let frame, let code):
            refuse(frame, with: code, on: id)
        case .connectionClosed(let id):
            connections[id] = nil
            forgetFetches(of: id)
        case .syncCompleted(let round, let results):
            finishSync(round: round, results: results)
        case .schemas(var directory):
            if let previous = schemas { directory.takeOver(from: previous) }
            schemas = directory
        case .tokenKeys(let keys):
            tokenKeys = keys
        case .deadlineReached:
            runTimers()
        case .idle:
            beginSyncIfDue()
        }
        defer { effects.removeAll() }
        return effects
    }

    private func runTimers() {
        while let purpose = timers.popDue(at: now) {
            switch purpose {
            case .fetch(let id): finishFetch(id)
            case .group(let id): advanceGroup(id)
            case .transaction(let id): advanceTransaction(id)
            case .retention: enforceRetention()
            case .validationNotice(let topic): noteValidation(of: topic)
            case .refusedLogin(let connection): finishRefusal(of: connection)
            case .backgroundSync:
                syncs.isWanted = true
                timers.schedule(.backgroundSync, at: now + settings.backgroundSyncInterval)
            }
        }
    }

    func note(_ level: BrokerEffect.Note.Level, _ message: String) {
        effects.append(.note(.init(level: level, message: message)))
    }

    /// The broker's promises cannot be kept any more: say so once, and answer nothing.
    func fail(_ reason: String) {
        guard failure == nil else { return }
        failure = reason
        effects.append(.fail(reason: reason))
    }
}
