import KafkaWire

extension GroupConsumer {
    /// Joins, stays until partitions move, gives back, joins again: until closed, or until the group refuses it for good.
    func live() async {
        while !isClosing {
            do throws(KafkaClientError) {
                let positions = try await join()
                guard !isClosing else { return }
                begin(positions)
                switch try await stay() {
                case .goOn: return
                case .rebalance: await giveBack()
                case .lost:
                    logger.warning("the group went on without this member", metadata: ["group": "\(settings.group)"])
                    drop()
                case .refused(let code): throw KafkaClientError(.refused(.heartbeat, code, message: nil))
                }
            } catch {
                guard !isClosing else { return }
                drop()
                guard error.isRetriable else {
                    failure = error
                    return wake()
                }
                logger.warning("the group is not reached", metadata: ["group": "\(settings.group)", "because": "\(error)"])
                coordination.forget(.coordinator(group: settings.group))
                do { try await Task.sleep(for: .milliseconds(250)) } catch { return }
            }
        }
    }

    // MARK: Joining

    /// - Returns: where to go on in each partition that was given.
    private func join() async throws(KafkaClientError) -> [TopicPartition: Int64] {
        while true {
            let request = membership.joinRequest(owned: [])
            let response = try await coordination.send(
                request, to: .coordinator(group: settings.group), timeout: settings.times.rebalance + .seconds(10), isRepeatable: true
            ) { RefusalRemedy.ofCoordinator($0.errorCode) }
            var assignments: [String: [TopicPartition]] = [:]
            switch membership.joined(response) {
            case .joinAgain: continue
            case .refused(let code): throw KafkaClientError(.refused(.joinGroup, code, message: "group '\(settings.group)': \(code.message)"))
            case .misunderstood(let words): throw KafkaClientError(.malformedResponse(words))
            case .follow: break
            case .lead(let assignor, let members):
                let counts = try await coordination.partitionCounts(of: Set(members.values.joined()).sorted())
                assignments = assignor.assign(members: members, partitions: counts)
                led = counts
            }
            let synced = try await coordination.send(
                membership.syncRequest(assignments), to: .coordinator(group: settings.group), timeout: settings.times.rebalance + .seconds(10),
                isRepeatable: true
            ) { RefusalRemedy.ofCoordinator($0.errorCode) }
            switch membership.synced(synced) {
            case .joinAgain: continue
            case .refused(let code): throw KafkaClientError(.refused(.syncGroup, code, message: nil))
            case .misunderstood(let words): throw KafkaClientError(.malformedResponse(words))
            case .assigned(let partitions): return try await positions(of: partitions)
            }
        }
    }

    private func positions(of partitions: [TopicPartition]) async throws(KafkaClientError) -> [TopicPartition: Int64] {
        guard !partitions.isEmpty else { return [:] }
        var positions = try await coordination.committedOffsets(of: settings.group, in: partitions)
        for partition in partitions where positions[partition] == nil {
            positions[partition] = try await fetching.offset(of: partition, at: settings.start)
        }
        return positions
    }

    private func begin(_ positions: [TopicPartition: Int64]) {
        window.assign(positions)
        ledger.assign(positions)
        isHeld = false
        logger.info(
            "partitions assigned",
            metadata: [
                "group": "\(settings.group)", "member": "\(membership.memberId)", "generation": "\(membership.generation)",
                "partitions": "\(window.partitions.map(\.description).joined(separator: " "))",
            ])
        settings.assigned(window.partitions)
        startFetching()
        wake()
    }

    // MARK: Staying

    /// Heartbeats, commits where that is wanted, and, as the leader, a look at the topics.
    private func stay() async throws(KafkaClientError) -> GroupMembership.AfterHeartbeat {
        let clock = ContinuousClock()
        var commitDue = settings.commitInterval.map { clock.now + $0 }
        var lookDue = clock.now + lookInterval
        var heard = clock.now
        while !isClosing {
            let next = min(clock.now + settings.times.heartbeat, commitDue ?? clock.now + settings.times.heartbeat)
            do { try await Task.sleep(until: next) } catch { return .goOn }
            if let due = commitDue, due <= clock.now {
                await commitQuietly()
                commitDue = settings.commitInterval.map { clock.now + $0 }
            }
            do throws(KafkaClientError) {
                let response = try await coordination.send(
                    membership.heartbeatRequest(), to: .coordinator(group: settings.group), deadline: settings.times.session, isRepeatable: true
                ) { RefusalRemedy.ofCoordinator($0.errorCode) }
                let word = membership.heard(response.errorCode)
                guard word == .goOn else { return word }
                heard = clock.now
            } catch {
                // Before the session is over, nobody else has the partitions.
                guard error.isRetriable, heard + settings.times.session > clock.now else { throw error }
            }
            if membership.isLeader, lookDue <= clock.now {
                lookDue = clock.now + lookInterval
                if let counts = try? await coordination.partitionCounts(of: led.keys.sorted() + settings.topics.filter { led[$0] == nil }),
                    counts != led
                {
                    return .rebalance
                }
            }
        }
        return .goOn
    }

    /// Soon, where a topic is not there yet.
    private var lookInterval: Duration {
        settings.topics.allSatisfy { led[$0] != nil } ? settings.metadataInterval : min(.seconds(1), settings.metadataInterval)
    }

    // MARK: Giving back

    /// Lets what is under way end, commits, and lets go of all partitions.
    private func giveBack() async {
        isHeld = true
        let clock = ContinuousClock()
        // The group waits for as long as that, and no longer.
        let end = clock.now + settings.times.rebalance * 0.8
        var heartbeat = clock.now + settings.times.heartbeat
        while isUnderWay, !isClosing, clock.now < end {
            await wait(atMost: min(heartbeat, end) - clock.now)
            guard isUnderWay, heartbeat <= clock.now else { continue }
            heartbeat = clock.now + settings.times.heartbeat
            _ = try? await coordination.send(membership.heartbeatRequest(), to: .coordinator(group: settings.group), deadline: .seconds(1), isRepeatable: true)
        }
        guard !isClosing else { return }
        await commitQuietly()
        drop()
    }

    /// Without committing: what the partitions hold is asked for again by whoever gets them.
    private func drop() {
        isHeld = true
        stopFetching()
        window.assign([:])
        ledger.forget()
        settings.assigned([])
    }
}

extension RefusalRemedy {
    /// Refusals that the membership itself understands are answers.
    fileprivate static func ofCoordinator(_ code: ErrorCode) -> ErrorCode {
        switch code {
        case .notCoordinator, .coordinatorNotAvailable, .coordinatorLoadInProgress: code
        default: .none
        }
    }
}
