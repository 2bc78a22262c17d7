import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@testable import HeddleCommands

@Suite struct `A plan as a comment` {
    static func plan(changes: Int = 3) -> Plan {
        let created = (0..<changes).map { number in
            Change(
                address: .topic("orders.\(number)", on: "eu"), action: .create, stage: .createTopics,
                fields: [FieldChange("partitions", from: nil, to: "6")], outcome: .topic("orders.\(number)", nil))
        }
        let deleted = Change(
            address: .topic("old", on: "eu"), action: .delete, stage: .deleteTopics, risk: .destructive, reasons: ["the topic and its 7 records are deleted"],
            outcome: .topic("old", nil))
        let drifted = Change(
            address: .topic("stock", on: "eu"), action: .update, stage: .alterTopics,
            fields: [FieldChange("config.retention.ms", from: "1", to: "3", lastApplied: "2", isDrift: true)], isDrift: true, outcome: .topic("stock", nil))
        return Plan(
            mesh: "shop", environment: "prod",
            clusters: [
                ClusterPlan(
                    cluster: "eu", changes: created + [drifted, deleted],
                    notices: [
                        Notice(.orphan, .topic("kept", on: "eu"), "it is kept"),
                        Notice(.notOwned, .topic("theirs", on: "eu"), "it is there already", remedy: "adopt it"),
                    ])
            ])
    }

    @Test func `opens with a mark that a bot finds, the same whatever the plan`() {
        let text = PlanMarkdown(Self.plan()).render(Self.plan())
        #expect(text.hasPrefix("<!-- heddle-plan: shop/prod -->\n"))
        #expect(PlanMarkdown(Self.plan(changes: 900)).render(Self.plan(changes: 900)).hasPrefix("<!-- heddle-plan: shop/prod -->\n"))
        #expect(Markdown.marker("plan", "a--> b") == "<!-- heddle-plan: a%45%45%62%32b -->")
    }

    @Test func `tells what cannot be done before anything else, then what needs permission, and drift apart`() throws {
        let text = PlanMarkdown(Self.plan()).render(Self.plan())
        #expect(text.contains("## ❌ Plan for <code>shop</code> (<code>prod</code>): 3 to create, 1 to change, 1 to delete, **1 cannot be done**, drift in 1"))
        let places = try ["### Cannot be done", "### Needs permission", "cluster <code>eu</code>", "### Changed outside Heddle", "1 no longer declared"].map {
            try #require(text.firstRange(of: $0)?.lowerBound, "\($0)")
        }
        #expect(places == places.sorted())
        #expect(text.contains("<code>--allow destructive=topic/eu/old</code>"))
        #expect(text.contains("| ⚠️ **destructive** | the topic and its 7 records are deleted |"))
        #expect(text.contains("<code>config.retention.ms</code> is <code>1</code>, last applied <code>2</code>"))
    }

    @Test func `is never longer than a comment may be, and says what it leaves out`() {
        let plan = Self.plan(changes: 5000)
        let text = PlanMarkdown(plan).render(plan, foot: "<sub>foot</sub>")
        #expect(text.utf8.count <= 60_000)
        #expect(text.utf8.count > 50_000)
        #expect(text.contains("more: see the JSON."))
        #expect(text.count(of: "<details>") == text.count(of: "</details>"))
        #expect(text.contains("### Cannot be done") && text.contains("destructive=topic/eu/old"))
    }

    @Test func `nothing that others wrote is markup, a mention or a link`() {
        let hostile = "</details><script>@all #1 | [x](http://y) `$a$` **b** ![i](j)\n\n## head \u{202E}\u{1B}[2J"
        let change = Change(
            address: .topic("t", on: "eu"), action: .update, stage: .alterTopics, fields: [FieldChange("config.\(hostile)", from: hostile, to: hostile)],
            risk: .destructive, reasons: [hostile], outcome: .topic("t", nil))
        let plan = Plan(
            mesh: hostile, clusters: [ClusterPlan(cluster: "eu", changes: [change], notices: [Notice(.impossible, .topic("t", on: "eu"), hostile, remedy: hostile)])])
        let text = PlanMarkdown(plan).render(plan)
        for part in ["<script", "@all", "](", "`", "**b", "\n## head", "\u{202E}", "\u{1B}"] { #expect(!text.contains(part), "\(part)") }
        #expect(text.count(of: "</details>") == 1)
    }
}

extension String {
    func count(of part: String) -> Int { ranges(of: part).count }
}
