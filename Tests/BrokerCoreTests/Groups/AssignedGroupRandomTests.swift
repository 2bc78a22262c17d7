import Determinism
import KafkaWire
import Testing
@testable import BrokerCore

/// Members come, go, die, dawdle and lose answers, topics grow, the broker is killed: nobody ever reads a partition that
/// another member of the group reads, and in the end all partitions have an owner.
struct AssignedGroupRandomTests {
    private final class Scene {
        let world: BrokerWorld
        var random: SeededGenerator
        var members: [AssignedClient] = []
        var next = 0
        var partitions: Int32 = 5

        init(seed: UInt64) throws {
            world = try BrokerWorld(seed: seed)
            random = SeededGenerator(seed: seed)
            try world.makeTopic("orders", partitions: partitions)
        }

        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

        func step() throws {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<12 where members.count < 5: try enter()
            case 12..<18: try leave()
            case 18..<22: _ = members.isEmpty ? nil : members.remove(at: Int.random(in: members.indices, using: &random))
            case 22..<24: try growTopic()
            case 24..<27: try restart()
            case 27..<35: world.advance(by: .milliseconds(Int64.random(in: 1000...6000, using: &random)))
            default: try beat()
            }
        }

        private func enter() throws {
            let member = AssignedClient(world, "m\(next)")
            next += 1
            if chance(30) { member.assignor = "range" }
            #expect(try member.join().errorCode == .none)
            members.append(member)
        }

        private func leave() throws {
            guard let place = members.indices.randomElement(using: &random) else { return }
            try members.remove(at: place).leave()
        }

        private func growTopic() throws {
            partitions += 1
            _ = try world.call(CreatePartitionsRequest(topics: [.init(name: "orders", count: partitions, assignments: nil)]))
        }

        /// What was answered was on the disk, so that a crash takes nothing of it back.
        private func restart() throws {
            try world.crash(seed: UInt64.random(in: 0...9999, using: &random))
            members = members.map { $0.reconnected() }
        }

        private func beat() throws {
            guard let member = members.randomElement(using: &random) else { return }
            let answer: ConsumerGroupHeartbeatResponse
            if chance(10) {
                answer = try member.beatUnheard()
            } else if chance(30) {
                answer = try member.beatSlowly()
            } else {
                member.obey()
                answer = try member.beat()
            }
            switch answer.errorCode {
            case .none: break
            case .unknownMemberId, .fencedMemberEpoch, .groupIdNotFound: try member.join()
            default: Issue.record("\(answer.errorCode)")
            }
        }

        /// Those that the broker has given up still read what they had: their commits are refused, that is all one can do.
        func checkOwners() throws {
            let known = Set(try world.describeAssigned().members.map(\.memberId))
            var owners: [Int32: String] = [:]
            for member in members where known.contains(member.memberID) {
                for partition in member.partitions {
                    if let other = owners.updateValue(member.memberID, forKey: partition) {
                        Issue.record("\(member.memberID) and \(other) both read \(partition)")
                    }
                }
            }
        }

        func checkEnd() throws {
            // The dead are given up, and the living are led to the end.
            for _ in 0..<80 {
                world.advance(by: .seconds(1))
                for member in members {
                    member.obey()
                    if try member.beat().errorCode != .none { try member.join() }
                }
            }
            if members.isEmpty { return }
            #expect(members.flatMap(\.partitions).sorted() == Array(0..<partitions))
            #expect(try world.describeAssigned().groupState == "Stable")
        }
    }

    @Test(arguments: UInt64(1)...60)
    func `no partition is ever read by two, and none is left in the end`(seed: UInt64) throws {
        let scene = try Scene(seed: seed)
        for _ in 0..<150 {
            try scene.step()
            try scene.checkOwners()
        }
        try scene.checkEnd()
    }
}
