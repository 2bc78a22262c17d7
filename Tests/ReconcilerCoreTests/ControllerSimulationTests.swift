import Foundation
import MeshSimulation
import Testing

/// `HEDDLE_SEED=4711 swift test --filter ReconcilerCoreTests` runs that seed alone and tells all that happened; `HEDDLE_SEEDS=5000`
/// runs so many.
@Suite struct `Controllers of simulated meshes` {
    static let environment = ProcessInfo.processInfo.environment

    static var seeds: [UInt64] {
        if let one = environment["HEDDLE_SEED"].flatMap({ UInt64($0) }) { return [one] }
        return Array(0..<(environment["HEDDLE_SEEDS"].flatMap { UInt64($0) } ?? 60))
    }

    @Test func `keep their promises whatever goes wrong`() async {
        var (applies, changes, approvals, failing) = (0, 0, 0, 0)
        for seed in Self.seeds where failing < 20 {
            var simulation = ControllerSimulation(seed: seed)
            let report = await simulation.run()
            applies += report.applies
            changes += report.changes
            approvals += report.approvals
            guard !report.violations.isEmpty else { continue }
            failing += 1
            let trace = Self.environment["HEDDLE_SEED"] == nil ? "" : "\n" + report.trace.joined(separator: "\n")
            Issue.record("run again with HEDDLE_SEED=\(report.seed): \(report.violations.joined(separator: "\n"))\(trace)")
        }
        if Self.seeds.count > 50, failing == 0 {
            #expect(applies > 5 * Self.seeds.count && changes > 10 * Self.seeds.count && approvals > Self.seeds.count / 2, "too little happens")
        }
    }

    @Test func `go the same way each time`() async {
        for seed in [3, 17, 99] as [UInt64] {
            var (first, second) = (ControllerSimulation(seed: seed), ControllerSimulation(seed: seed))
            let (one, other) = (await first.run(), await second.run())
            #expect(one.applies == other.applies && one.changes == other.changes)
            #expect(one.trace.count == other.trace.count)
            #expect(one.census == other.census)
        }
    }
}
