import KafkaWire
import Logging

/// A member of a consumer group: it joins, stays, fetches what it is given, hands records out one by one, commits what was processed,
/// and gives partitions back without losing any record.
///
///     await consumer.start()
///     while let fetched = try await consumer.next() {
///         handle(fetched)
///         await consumer.finished(fetched, isProcessed: true)
///     }
///     await consumer.close()
///
/// Between `next` and `finished` a record is under way: partitions are not given back before, up to the time that the group allows.
package actor GroupConsumer {
    let settings: ConsumerSettings
    /// For joining, staying and committing.
    let coordination: KafkaClient
    /// Fetches hold their connections up, so they have their own.
    let fetching: KafkaClient
    let logger: Logger
    var window: FetchWindow
    var membership: GroupMembership
    var ledger = CommitLedger()
    var fetchLoops: [Int32: Task<Void, Never>] = [:]
    /// The partitions of the topics that were given out last, by this member as the leader.
    var led: [String: Int32] = [:]
    /// No record is handed out: partitions are about to move.
    var isHeld = true
    var isClosing = false
    /// Nothing more is handed out, though the member stays.
    private var isDraining = false
    /// Nothing follows.
    var failure: KafkaClientError?
    private var underWay = 0
    private var life: Task<Void, Never>?
    private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0

    package init(coordination: KafkaClient, fetching: KafkaClient, settings: ConsumerSettings, logger: Logger) {
        self.coordination = coordination
        self.fetching = fetching
        self.settings = settings
        self.logger = logger
        window = FetchWindow(recordsPerPartition: settings.prefetchedRecords, due: settings.due)
        membership = GroupMembership(
            group: settings.group, topics: settings.topics, assignors: settings.assignors, times: settings.times, instanceId: settings.instanceId)
    }

    package func start() {
        guard life == nil, !isClosing else { return }
        life = Task { await self.live() }
    }

    /// From here on `next` is at its end; what is under way can be finished and committed before `close`.
    package func drain() {
        isDraining = true
        wake()
    }

    /// The partitions that it has at the moment.
    package var assignment: [TopicPartition] { window.partitions }

    // MARK: Records

    /// The next record; nil once the consumer is closed.
    package func next() async throws(KafkaClientError) -> FetchedRecord? {
        while true {
            if let failure { throw failure }
            if isClosing || isDraining { return nil }
            var due: Duration?
            if !isHeld {
                switch window.next(now: settings.clock()) {
                case .record(let fetched):
                    underWay += 1
                    // There may be room again.
                    startFetching()
                    return fetched
                case .nothing(let moment): due = moment
                }
            }
            if Task.isCancelled { throw KafkaClientError(.cancelled) }
            await wait(atMost: due.map { $0 - settings.clock() })
        }
    }

    /// - Parameter isProcessed: it will not be asked for again once that is committed.
    package func finished(_ fetched: FetchedRecord, isProcessed: Bool) {
        underWay -= 1
        if isProcessed { processed(fetched.partition, offset: fetched.record.offset) }
        if underWay == 0 { wake() }
    }

    /// That record and all before it in its partition. Of a partition that is another's by now nothing is noted.
    package func processed(_ partition: TopicPartition, offset: Int64) {
        guard window.partitions.contains(partition) else { return }
        ledger.processed(partition, offset: offset)
    }

    /// Tells the coordinator what was processed.
    package func commit() async throws(KafkaClientError) {
        let due = ledger.due
        guard !due.isEmpty, membership.isMember else { return }
        let code = try await coordination.commit(due, as: membership)
        guard code == .none else { throw KafkaClientError(.refused(.offsetCommit, code, message: nil), wasSent: true) }
        ledger.committed(due)
    }

    /// Commits, leaves the group, and ends `next`. What is under way should have ended before.
    package func close() async {
        guard !isClosing else { return }
        isClosing = true
        wake()
        await commitQuietly()
        life?.cancel()
        stopFetching()
        if !membership.memberId.isEmpty, settings.instanceId == nil { await leaveGroup() }
        await coordination.close()
        await fetching.close()
        await life?.value
    }

    private func leaveGroup() async {
        do {
            // Over the other connection: a JoinGroup may hold up the first one.
            let response: LeaveGroupResponse = try await fetching.send(
                to: .coordinator(group: settings.group), deadline: .seconds(5), timeout: .seconds(5), isRepeatable: true
            ) { [membership] version in membership.leaveRequest(version: version) }
            logger.debug("left the group", metadata: ["group": "\(settings.group)", "answer": "\(response.errorCode)"])
        } catch {
            logger.info("the group was not told of leaving; it will notice", metadata: ["group": "\(settings.group)", "because": "\(error)"])
        }
    }

    func commitQuietly() async {
        do {
            try await commit()
        } catch {
            logger.warning("what was processed could not be committed", metadata: ["group": "\(settings.group)", "because": "\(error)"])
        }
    }

    // MARK: Waiting

    var isUnderWay: Bool { underWay > 0 }

    /// Until something happened that may matter.
    func wait(atMost limit: Duration? = nil) async {
        let key = nextWaiter
        nextWaiter += 1
        let timer = limit.map { limit in
            Task {
                do { try await Task.sleep(for: max(limit, .milliseconds(1))) } catch { return }
                self.wake(key)
            }
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled { continuation.resume() } else { waiters[key] = continuation }
            }
        } onCancel: {
            Task { await self.wake(key) }
        }
        timer?.cancel()
    }

    private func wake(_ key: Int) { waiters.removeValue(forKey: key)?.resume() }

    func wake() {
        let all = waiters
        waiters = [:]
        for waiter in all.values { waiter.resume() }
    }
}
