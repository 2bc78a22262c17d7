import MeshModel

/// A placement in the making: who holds what, counted along.
struct Placement {
    private(set) var replicas: [[Int32]]
    private let brokers: [Int32]
    private let rackOf: [Int32: String]
    private let others: [Int32: Int]
    /// Replicas of this topic by broker.
    private var own: [Int32: Int] = [:]
    private var added: [Set<Int32>]

    init(_ current: [[Int32]], on brokers: [ObservedBroker], others: BrokerLoads) {
        replicas = current
        self.brokers = brokers.map(\.id).sorted()
        self.others = others.replicas
        added = current.map { _ in [] }
        // As Kafka does: racks count only where every broker names its own.
        let named = brokers.compactMap { broker in broker.rack.map { (broker.id, $0) } }
        rackOf = named.count == brokers.count ? Dictionary(named) { first, _ in first } : [:]
        for broker in current.joined() { own[broker, default: 0] += 1 }
    }

    /// Without racks every broker is one of its own.
    private func rack(_ broker: Int32) -> String { rackOf[broker] ?? "\(broker)" }

    private func racks(of partition: Int, without broker: Int32? = nil) -> [String: Int] {
        var counts: [String: Int] = [:]
        for replica in replicas[partition] where replica != broker { counts[rack(replica), default: 0] += 1 }
        return counts
    }

    /// The fuller, the greater: in this topic, then in all.
    private func load(_ broker: Int32) -> (Int, Int) {
        let mine = own[broker, default: 0]
        return (mine, mine + others[broker, default: 0])
    }

    mutating func addOne(to partition: Int) {
        let racks = racks(of: partition)
        let candidates = brokers.filter { !replicas[partition].contains($0) }
        let best = candidates.min { left, right in
            let (a, b) = (load(left), load(right))
            return (racks[rack(left), default: 0], a.0, a.1, left) < (racks[rack(right), default: 0], b.0, b.1, right)
        }
        guard let best else { return }
        replicas[partition].append(best)
        added[partition].insert(best)
        own[best, default: 0] += 1
    }

    /// From the rack that has most of them; the preferred leader's only where that saves a rack.
    mutating func removeOne(from partition: Int) {
        let racks = racks(of: partition)
        let leader = replicas[partition].first
        let worst = replicas[partition].max { left, right in
            let (a, b) = (load(left), load(right))
            return (racks[rack(left), default: 0] > 1 ? 1 : 0, left == leader ? 0 : 1, racks[rack(left), default: 0], a.0, a.1, left)
                < (racks[rack(right), default: 0] > 1 ? 1 : 0, right == leader ? 0 : 1, racks[rack(right), default: 0], b.0, b.1, right)
        }
        guard let worst else { return }
        replicas[partition].removeAll { $0 == worst }
        own[worst, default: 0] -= 1
    }

    /// Adding one after another can leave a broker with more than its share. Only what is added anyway is moved.
    mutating func evenOutAdded() {
        var isChanged = true
        while isChanged {
            isChanged = false
            for partition in replicas.indices {
                for from in added[partition].sorted() {
                    guard let to = better(than: from, in: partition), let place = replicas[partition].firstIndex(of: from) else { continue }
                    replicas[partition][place] = to
                    added[partition].remove(from)
                    added[partition].insert(to)
                    own[from, default: 0] -= 1
                    own[to, default: 0] += 1
                    isChanged = true
                }
            }
        }
    }

    /// A broker with at least two replicas fewer, on whose rack there is no more crowd. Each such move lowers the sum of the
    /// squares, so the moving ends.
    private func better(than from: Int32, in partition: Int) -> Int32? {
        let racks = racks(of: partition, without: from)
        let crowd = racks[rack(from), default: 0]
        return brokers
            .filter { !replicas[partition].contains($0) && racks[rack($0), default: 0] <= crowd && own[$0, default: 0] + 1 < own[from, default: 0] }
            .min { left, right in
                let (a, b) = (load(left), load(right))
                return (a.0, a.1, left) < (b.0, b.1, right)
            }
    }
}
