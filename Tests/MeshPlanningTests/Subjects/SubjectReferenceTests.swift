import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@Suite struct `Planning references between subjects` {
    let toMoney = ["shop.Money": "shop.Money"]

    @Test func `what is referred to is registered before, whatever the names`() {
        var story = Story()
        story.declare(subject: "a", Schemas.priced, references: ["shop.Priced": "m"])
        story.declare(subject: "m", Schemas.priced, references: ["shop.Money": "z"])
        story.declare(subject: "z", Schemas.money)
        story.declare("orders")
        let changes = story.plan().changes
        #expect(changes.map(\.subject) == ["z", "m", "a", nil] && changes.map(\.order) == [0, 1, 2, 0])
        #expect(changes.last?.stage == .createTopics, "topics follow their schemas")
    }

    @Test func `a new version of what is referred to is a new version of what refers to it`() throws {
        var story = Story()
        story.declare(subject: "shop.Money", Schemas.moneyWithCurrency)
        story.declare(subject: "priced-value", Schemas.priced, references: toMoney)
        story.register(subject: "shop.Money", Schemas.money)
        story.register(subject: "priced-value", Schemas.priced, references: [ObservedReference(name: "shop.Money", subject: "shop.Money", version: 1)])
        story.own(subject: "shop.Money", Schemas.money)
        story.own(subject: "priced-value", Schemas.priced, references: toMoney)
        #expect(schemaQuestions(of: story.desired, in: story.observed).isEmpty, "these histories are there")
        let changes = story.plan().changes
        #expect(changes.map(\.subject) == ["shop.Money", "priced-value"])
        #expect(changes.map(\.isDrift) == [false, false])
        #expect(changes.last?.fields == [FieldChange("references.shop.Money", from: "shop.Money version 1", to: "shop.Money, its latest")])
    }

    @Test func `a reference to an older version is brought up to date, and then all is quiet`() throws {
        for (version, count) in [(1, 1), (2, 0)] {
            var story = Story()
            story.declare(subject: "shop.Money", Schemas.moneyWithCurrency)
            story.declare(subject: "priced-value", Schemas.priced, references: toMoney)
            story.register(subject: "shop.Money", Schemas.money, Schemas.moneyWithCurrency)
            story.register(
                subject: "priced-value", Schemas.priced, references: [ObservedReference(name: "shop.Money", subject: "shop.Money", version: version)])
            story.observed.subjects?["priced-value"]?.history?.declaredVersion = nil
            story.own(subject: "shop.Money", Schemas.moneyWithCurrency)
            story.own(subject: "priced-value", Schemas.priced, references: toMoney)
            #expect(story.plan().changes.count == count)
        }
    }

    @Test func `what breaks through a reference is refused where it breaks`() throws {
        var story = Story()
        story.declare(subject: "shop.Money", Schemas.record("Money", #"{"name":"amount","type":"string"}"#)) { $0.compatibility = .some(.none) }
        story.declare(subject: "priced-value", Schemas.priced, references: toMoney)
        story.register(subject: "shop.Money", Schemas.money, mode: .some(.none))
        story.register(subject: "priced-value", Schemas.priced, references: [ObservedReference(name: "shop.Money", subject: "shop.Money", version: 1)])
        story.observed.subjects?["priced-value"]?.history = SubjectHistory(
            versions: [.init(version: 1, format: .avro, schema: Schemas.priced, referenced: ["shop.Money": Schemas.money])])
        story.own(subject: "shop.Money", Schemas.money, mode: .some(.none))
        story.own(subject: "priced-value", Schemas.priced, references: toMoney)
        #expect(story.plan().notices.map(\.kind) == [.incompatible])
        #expect(story.plan().notices.map(\.subject) == ["priced-value"])
        #expect(story.plan().changes.map(\.risk) == [.notable])
    }

    @Test func `a reference does not follow to what another hand put on top`() {
        var story = Story()
        story.declare(subject: "shop.Money", Schemas.money)
        story.declare(subject: "priced-value", Schemas.priced, references: toMoney)
        story.register(subject: "shop.Money", Schemas.money, Schemas.moneyWithCurrency)
        story.register(subject: "priced-value", Schemas.priced, references: [ObservedReference(name: "shop.Money", subject: "shop.Money", version: 1)])
        story.own(subject: "shop.Money", Schemas.money)
        story.own(subject: "priced-value", Schemas.priced, references: toMoney)
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.subject) == ["shop.Money"])
    }

    @Test func `another subject behind a name is a change`() throws {
        var story = Story()
        story.declare(subject: "money-2", Schemas.money)
        story.declare(subject: "priced-value", Schemas.priced, references: ["shop.Money": "money-2"])
        story.register(subject: "money-2", Schemas.money)
        story.register(subject: "priced-value", Schemas.priced, references: [ObservedReference(name: "shop.Money", subject: "money-1", version: 4)])
        story.observed.subjects?["priced-value"]?.history = SubjectHistory(
            versions: [.init(version: 1, format: .avro, schema: Schemas.priced, referenced: ["shop.Money": Schemas.money])])
        story.own(subject: "money-2", Schemas.money)
        story.own(subject: "priced-value", Schemas.priced, references: ["shop.Money": "money-1"])
        let change = try #require(story.plan().changes.first)
        #expect(change.fields == [FieldChange("references.shop.Money", from: "money-1 version 4", to: "money-2, its latest")])
    }

    @Test func `deletion goes the other way`() {
        var story = Story()
        story.register(subject: "a-money", Schemas.money)
        story.register(subject: "b-priced", Schemas.priced, references: [ObservedReference(name: "shop.Money", subject: "a-money", version: 1)])
        story.own(subject: "a-money", Schemas.money)
        story.own(subject: "b-priced", Schemas.priced, references: ["shop.Money": "a-money"])
        story.stand("orders")
        story.own("orders")
        story.options.prunes = true
        #expect(story.plan().changes.map(\.subject) == [nil, "b-priced", "a-money"])
    }

    @Test func `references in a circle, which no registry holds, end all the same`() {
        var story = Story()
        story.declare(subject: "a", Schemas.order, references: ["b": "b"])
        story.declare(subject: "b", Schemas.order, references: ["a": "a"])
        #expect(story.plan().changes.count == 2)
    }
}
