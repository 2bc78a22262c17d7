import Determinism
import EngineInterface
import MeshModel
import RandomMeshes

extension Draw {
    /// What people do beside Heddle, with their own tools.
    ///
    /// - Parameter inBetween: while Heddle is at work. What cannot be told from its own then is left out: registries and brokers
    ///   have no way to say "only if it was not there".
    package mutating func act(on world: inout WorldState, inBetween: Bool) {
        let topics = world.topics.keys.sorted()
        let rules = world.access.sorted()
        let subjects = world.registry.entries.keys.sorted()
        switch below(inBetween ? 10 : 14) {
        case 0, 1:
            let name = one(in: 2) ? name() : "theirs-\(below(4))"
            if world.topics[name] == nil { create(name, in: &world) }
        case 2:
            if !topics.isEmpty {
                let name = pick(topics)
                world.topics[name] = nil
                world.contents[name] = nil
                world.note("other hands delete \(name)")
                if one(in: 3) { create(name, in: &world) }
            }
        case 3:
            if !topics.isEmpty {
                let name = pick(topics)
                for (key, value) in settings() { world.topics[name]?.config?[key] = .init(value: value, isSetOnTopic: true) }
                world.note("other hands configure \(name)")
            }
        case 4:
            if !topics.isEmpty {
                let name = pick(topics)
                world.topics[name]?.partitions += 1
                world.note("other hands extend \(name)")
            }
        case 5, 6: if !rules.isEmpty {
            let rule = pick(rules)
            world.access.remove(rule)
            world.note("other hands revoke \(rule.addressName)")
        }
        case 7:
            let rule = rule()
            world.access.insert(rule)
            world.note("other hands grant \(rule.addressName)")
        case 8:
            if !topics.isEmpty {
                let name = pick(topics)
                world.topics[name]?.config?["retention.ms"] = WorldState.defaults["retention.ms"]
            }
        case 9, 10, 11:
            for name in topics where one(in: 2) && !inBetween {
                world.contents[name] = .init(records: Int64(below(3)) * 100, members: one(in: 3) ? 1 : 0)
            }
        case 12:
            let schema = SubjectSchema(subject: name() + "-value", format: .avro, schema: Self.theirSchema)
            if world.registry.entries[schema.subject] == nil { _ = world.registry.apply(.registerSchema(schema)) }
        default: if !subjects.isEmpty { _ = world.registry.apply(.deleteSubject(subject: pick(subjects))) }
        }
    }

    /// Not by chance what a mesh was about to register.
    private static let theirSchema = #"{"type":"record","name":"Order","fields":[{"name":"theirs","type":"string","default":""}]}"#

    private mutating func create(_ name: String, in world: inout WorldState) {
        var config = WorldState.defaults
        for (key, value) in settings() { config[key] = .init(value: value, isSetOnTopic: true) }
        world.topics[name] = ObservedTopic(partitions: 7 + below(30), replication: 1, config: config)
        world.contents[name] = .init(records: Int64(below(3)) * 100)
        world.born[name] = nil
        world.note("other hands create \(name)")
    }
}
