// swift-tools-version: 6.1
import PackageDescription

// The picture of the program, bottom up: a module imports what stands below it, or beside it where an arrow is drawn here.
// docs/architecture.md tells what each is for; ArchitectureTests hold the `import` lines against this file.

let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let collections: Target.Dependency = .product(name: "Collections", package: "swift-collections")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses, swiftSettings: [.swiftLanguageMode(.v6)])
}

func program(_ name: String, uses: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: uses, swiftSettings: [.swiftLanguageMode(.v6)])
}

func testSupport(_ name: String, uses: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: uses, path: "Tests/\(name)", swiftSettings: [.swiftLanguageMode(.v6)])
}

func tests(_ name: String, uses: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(name: name, dependencies: uses, exclude: data, swiftSettings: [.swiftLanguageMode(.v6)])
}

let ground: [Target] = [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CChecksum"),
    module("Determinism"),
    module("Diagnostics"),
]

let values: [Target] = [
    module("LocatedYAML", uses: ["CLibYAML", "Diagnostics"]),
    module("LocatedJSON", uses: ["Diagnostics"]),
    module("ContractModel", uses: ["Diagnostics", "LocatedJSON"]),
    module("MeshModel", uses: ["Determinism", "Diagnostics", "ContractModel"]),
    module("KafkaWire", uses: ["CChecksum", nioCore]),
]

let pure: [Target] = [
    module("ManifestLoading", uses: ["Determinism", "Diagnostics", "LocatedYAML", "MeshModel", "ContractModel"]),
    module("MeshResolution", uses: ["Diagnostics", "LocatedJSON", "ContractModel", "MeshModel"]),
    module("ContractCompatibility", uses: ["Diagnostics", "LocatedJSON", "ContractModel"]),
    module("EngineInterface", uses: ["MeshModel"]),
    module("MeshPlanning", uses: ["Diagnostics", "MeshModel", "EngineInterface"]),
    module("MeshApplying", uses: ["MeshModel", "EngineInterface", "MeshPlanning"]),
    module("BrokerLog", uses: ["CChecksum", "Determinism", "KafkaWire", nioCore]),
    module("BrokerCore", uses: ["Determinism", "KafkaWire", "BrokerLog", nioCore, collections]),
]

let shells: [Target] = [
    module("BrokerServer", uses: ["BrokerCore", "BrokerLog", "Determinism", "KafkaWire", nioCore, nioPosix, logging]),
    module("KafkaClient", uses: ["KafkaWire", nioCore, nioPosix, logging]),
    module("KafkaEngine", uses: ["KafkaClient", "KafkaWire", "EngineInterface", "MeshModel", nioCore, logging]),
]

/// Text made from data: what `heddle-dev generate` writes and the tests hold against the files.
let generators: [Target] = [
    module("WireGeneration"),
    module("CatalogueGeneration"),
    module("ManifestReference", uses: ["ManifestLoading"]),
]

let faces: [Target] = [
    module(
        "HeddleCommands",
        uses: [
            "Diagnostics", "MeshModel", "ManifestLoading", "MeshResolution", "MeshPlanning", "MeshApplying",
            "EngineInterface", "KafkaEngine", "BrokerServer", "LocatedJSON", "ContractModel", "ContractCompatibility", logging, argumentParser, unixSignals,
        ]),
    program("heddle", uses: ["HeddleCommands"]),
    program(
        "heddle-dev", uses: ["WireGeneration", "CatalogueGeneration", "ManifestReference", "HeddleCommands", argumentParser]),
]

/// What tests share: marked sources, a broker that answers by script.
let support: [Target] = [
    testSupport("TestSupport", uses: ["Diagnostics"]),
    testSupport("ScriptedBroker", uses: ["KafkaWire", nioCore, nioPosix]),
]

let suites: [Target] = [
    tests("ArchitectureTests"),
    tests("CChecksumTests", uses: ["CChecksum"]),
    tests("DeterminismTests", uses: ["Determinism"]),
    tests("DiagnosticsTests", uses: ["Diagnostics", "TestSupport"]),
    tests("CatalogueGenerationTests", uses: ["CatalogueGeneration", "Diagnostics", "TestSupport"]),
    tests("LocatedYAMLTests", uses: ["LocatedYAML", "Diagnostics", "TestSupport"]),
    tests("LocatedJSONTests", uses: ["LocatedJSON", "Diagnostics", "TestSupport"]),
    tests("ContractModelTests", uses: ["ContractModel", "LocatedJSON", "Diagnostics", "TestSupport"]),
    tests("ContractCompatibilityTests", uses: ["ContractCompatibility", "ContractModel", "LocatedJSON", "Diagnostics", "TestSupport"]),
    tests("MeshModelTests", uses: ["MeshModel"]),
    tests("ManifestLoadingTests", uses: ["ManifestLoading", "LocatedYAML", "MeshModel", "Diagnostics", "TestSupport"]),
    tests("ManifestReferenceTests", uses: ["ManifestReference", "ManifestLoading", "Diagnostics", "TestSupport"]),
    tests("MeshResolutionTests", uses: ["MeshResolution", "ManifestLoading", "MeshModel", "ContractModel", "Diagnostics", "TestSupport"]),
    tests("MeshPlanningTests", uses: ["MeshPlanning", "MeshModel", "EngineInterface", "Diagnostics"]),
    tests("MeshApplyingTests", uses: ["MeshApplying", "MeshPlanning", "MeshModel", "EngineInterface", "Diagnostics"]),
    tests("WireGenerationTests", uses: ["WireGeneration"]),
    tests("KafkaWireTests", uses: ["KafkaWire", "Determinism", "CChecksum", nioCore]),
    tests("BrokerLogTests", uses: ["BrokerLog", "KafkaWire", "Determinism", nioCore]),
    tests("BrokerCoreTests", uses: ["BrokerCore", "BrokerLog", "KafkaWire", "Determinism", nioCore]),
    tests("BrokerServerTests", uses: ["BrokerServer", "BrokerCore", "BrokerLog", "KafkaWire", "Determinism", nioCore, nioPosix, logging]),
    tests("KafkaClientTests", uses: ["KafkaClient", "KafkaWire", "Determinism", "ScriptedBroker", nioCore, nioEmbedded]),
    tests("KafkaEngineTests", uses: ["KafkaEngine", "KafkaClient", "KafkaWire", "EngineInterface", "MeshModel", "Determinism", "ScriptedBroker", nioCore]),
    tests("HeddleCommandsTests", uses: ["HeddleCommands", "MeshPlanning", "MeshModel", "EngineInterface", argumentParser]),
    tests("ConformanceTests", uses: ["LocatedYAML", "LocatedJSON", "ContractModel", "ContractCompatibility", "Diagnostics", "TestSupport"], data: ["known-failures"]),
    tests("InteropTests", uses: ["heddle"], data: ["clients"]),
]

let package = Package(
    name: "heddle",
    products: [.executable(name: "heddle", targets: ["heddle"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: ground + values + pure + shells + generators + faces + support + suites
)
