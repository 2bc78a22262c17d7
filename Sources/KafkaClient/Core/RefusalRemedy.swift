import KafkaWire

/// What a broker's refusal of a whole request says about asking again.
package enum RefusalRemedy: Sendable, Equatable {
    /// Another broker leads or controls by now.
    case learnMetadata
    /// Another broker coordinates by now.
    case findCoordinator
    /// The same broker, later.
    case wait

    /// nil: the refusal is the answer.
    package init?(_ code: ErrorCode) {
        switch code {
        case .notController, .notLeaderOrFollower, .leaderNotAvailable, .fencedLeaderEpoch, .unknownLeaderEpoch,
            .unknownTopicOrPartition, .unknownTopicId, .brokerNotAvailable, .replicaNotAvailable:
            self = .learnMetadata
        case .notCoordinator, .coordinatorNotAvailable:
            self = .findCoordinator
        case .coordinatorLoadInProgress, .kafkaStorageError, .networkException, .notEnoughReplicas,
            .notEnoughReplicasAfterAppend, .offsetNotAvailable, .requestTimedOut, .throttlingQuotaExceeded:
            self = .wait
        default:
            return nil
        }
    }
}
