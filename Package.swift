// swift-tools-version: 6.1
import PackageDescription

// The picture of the program, bottom up: a module imports what stands below it, or beside it where an arrow is drawn here.
// docs/architecture.md tells what each is for; ArchitectureTests hold the `import` lines against this file.

let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioTLS: Target.Dependency = .product(name: "NIOTLS", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let collections: Target.Dependency = .product(name: "Collections", package: "swift-collections")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let certificates: Target.Dependency = .product(name: "X509", package: "swift-certificates")
let asn1: Target.Dependency = .product(name: "SwiftASN1", package: "swift-asn1")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let tracing: Target.Dependency = .product(name: "Tracing", package: "swift-distributed-tracing")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses, swiftSettings: [.swiftLanguageMode(.v6)])
}

/// What users' programs link: public, and free of all that they have not asked for. `~Escapable` values need the feature.
func linked(_ name: String, uses: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: uses, swiftSettings: [.swiftLanguageMode(.v6), .enableExperimentalFeature("Lifetimes")])
}

/// For modules that call an engine through its protocol. Compiled with -O by Swift 6.3.1, `heddle plan` crashed in one run of
/// three, in memory that was freed too early; without it in HeddleCommands, in none. What the optimiser stumbles over there is not
/// known; the suspects are task groups round calls with typed errors. Nothing in these modules is hot.
func unoptimised(_ name: String, uses: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: uses,
        swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-Onone"], .when(configuration: .release))])
}

func program(_ name: String, uses: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: uses, swiftSettings: [.swiftLanguageMode(.v6)], linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
}

func testSupport(_ name: String, uses: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: uses, path: "Tests/\(name)", swiftSettings: [.swiftLanguageMode(.v6)])
}

func tests(_ name: String, uses: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(name: name, dependencies: uses, exclude: data, swiftSettings: [.swiftLanguageMode(.v6)])
}

let ground: [Target] = [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibXML2System", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
    .systemLibrary(name: "CSnappy", pkgConfig: "snappy", providers: [.apt(["libsnappy-dev"])]),
    .target(name: "CLibXML2", dependencies: ["CLibXML2System"]),
    .target(name: "CChecksum"),
    module("XMLText", uses: ["CLibXML2"]),
    linked("HeddleRuntime"),
    linked("HeddleXML", uses: ["HeddleRuntime", "CLibXML2"]),
    module("Determinism"),
    module("PathPatterns"),
    module("Diagnostics", uses: ["XMLText"]),
]

let values: [Target] = [
    module("LocatedYAML", uses: ["CLibYAML", "Diagnostics"]),
    module("LocatedJSON", uses: ["Diagnostics"]),
    module("ContractModel", uses: ["Diagnostics", "LocatedJSON"]),
    module("XSDModel", uses: ["Diagnostics", "XMLText"]),
    module("MeshModel", uses: ["Determinism", "Diagnostics", "ContractModel"]),
    module("KafkaWire", uses: ["CChecksum", nioCore]),
    module("ScramLogin", uses: [crypto, cryptoExtras]),
    module("PrincipalNames"),
    module("BearerTokens", uses: [crypto, cryptoExtras]),
    module("BatchCompression", uses: ["CZlib", "CZstd", "CLZ4", "CSnappy", "KafkaWire", nioCore]),
]

let pure: [Target] = [
    module("ExpressionLanguage", uses: ["Determinism", "Diagnostics"]),
    module("ManifestLoading", uses: ["Determinism", "Diagnostics", "PathPatterns", "LocatedYAML", "MeshModel", "ContractModel", "PrincipalNames"]),
    module("ManifestWriting", uses: ["Diagnostics", "PathPatterns", "LocatedYAML", "ManifestLoading"]),
    module("MeshResolution", uses: ["Determinism", "Diagnostics", "LocatedJSON", "ContractModel", "XSDModel", "MeshModel"]),
    module("ContractFingerprints", uses: ["ContractModel", crypto]),
    module("ContractLint", uses: ["Diagnostics", "LocatedJSON", "ContractModel", "XSDModel"]),
    module("ContractPayloads", uses: ["Diagnostics", "LocatedJSON", "ContractModel"]),
    module("ContractCompatibility", uses: ["Diagnostics", "LocatedJSON", "ContractModel", "XMLText", "XSDModel"]),
    module(
        "ContractSampling", uses: ["Determinism", "Diagnostics", "LocatedJSON", "ContractModel", "XSDModel", "ContractPayloads", "ContractCompatibility"]),
    module("ContractChecking", uses: ["Determinism", "Diagnostics", "ContractModel", "ContractCompatibility"]),
    module("ContractCodegen", uses: ["Diagnostics", "LocatedJSON", "ContractModel", "XSDModel", "XMLText", "HeddleRuntime"]),
    module("MeshDrawing", uses: ["MeshModel"]),
    module("EngineInterface", uses: ["Determinism", "ContractModel", "MeshModel"]),
    module("MeshPlanning", uses: ["Determinism", "Diagnostics", "LocatedJSON", "ContractModel", "ContractCompatibility", "MeshModel", "EngineInterface"]),
    module(
        "MeshImporting",
        uses: ["Diagnostics", "ContractModel", "MeshModel", "ManifestLoading", "ManifestWriting", "MeshResolution", "MeshPlanning"]),
    module("PolicyChecking", uses: ["Determinism", "Diagnostics", "ExpressionLanguage", "MeshModel", "MeshPlanning"]),
    module(
        "PlanFiles", uses: ["Determinism", "Diagnostics", "LocatedJSON", "ContractModel", "MeshModel", "EngineInterface", "MeshPlanning", crypto]),
    module("PlanChecks", uses: ["MeshModel", "EngineInterface", "MeshPlanning"]),
    unoptimised("MeshApplying", uses: ["Determinism", "MeshModel", "EngineInterface", "MeshPlanning"]),
    module("AccessAnalysis", uses: ["Determinism", "Diagnostics", "MeshModel", "MeshResolution"]),
    unoptimised("AuditTrail", uses: ["Determinism", "LocatedJSON", "MeshModel", "EngineInterface", "PlanFiles", crypto]),
    module("MeshControl", uses: ["Determinism", "LocatedJSON", "MeshModel", "EngineInterface", "PlanFiles"]),
    unoptimised(
        "ReconcilerCore",
        uses: [
            "Determinism", "Diagnostics", "MeshModel", "EngineInterface", "MeshPlanning", "PlanChecks", "MeshApplying", "PolicyChecking", "MeshControl",
            "AuditTrail", crypto,
        ]),
    module("RegistryCore", uses: ["Determinism", "Diagnostics", "LocatedJSON", "ContractModel", "XSDModel", "ContractCompatibility"]),
    module("BrokerLog", uses: ["CChecksum", "Determinism", "KafkaWire", nioCore]),
    module(
        "BrokerCore",
        uses: [
            "Determinism", "ExpressionLanguage", "KafkaWire", "BatchCompression", "BrokerLog", "ScramLogin", "BearerTokens", nioCore,
            collections, crypto,
        ]),
    module("PayloadChecking", uses: ["Diagnostics", "LocatedJSON", "ContractModel", "XSDModel", "KafkaWire", "BrokerCore"]),
]

let shells: [Target] = [
    module("DevelopmentCertificates", uses: [certificates, asn1, crypto]),
    module("ContractGeneration", uses: ["Diagnostics", "PathPatterns", "XMLText", "LocatedYAML", "LocatedJSON", "ContractModel", "ContractCodegen"]),
    module(
        "BrokerServer",
        uses: ["BrokerCore", "BrokerLog", "BearerTokens", "PrincipalNames", "Determinism", "KafkaWire", nioCore, nioPosix, nioTLS, nioSSL, certificates, asn1, asyncHTTPClient, logging]),
    module("KafkaClient", uses: ["KafkaWire", "BatchCompression", "ScramLogin", nioCore, nioPosix, nioTLS, nioSSL, crypto, logging]),
    module("RegistryClient", uses: ["Determinism", "ContractModel", asyncHTTPClient, nioCore, nioHTTP1, nioPosix, logging]),
    module(
        "KafkaEngine",
        uses: ["Determinism", "KafkaClient", "KafkaWire", "RegistryClient", "EngineInterface", "ContractModel", "MeshModel", nioCore, logging]),
    unoptimised(
        "ReconcilerService",
        uses: [
            "Determinism", "MeshModel", "EngineInterface", "MeshPlanning", "PlanFiles", "MeshApplying", "MeshControl", "AuditTrail", "ReconcilerCore",
            hummingbird, asyncHTTPClient, serviceLifecycle, metrics, tracing, crypto, nioCore, nioHTTP1, nioPosix, logging,
        ]),
    module(
        "MeshHosting",
        uses: ["ManifestLoading", "MeshModel", "KafkaClient", "KafkaWire", "BearerTokens", "PrincipalNames", "BrokerCore", "BrokerServer", "PayloadChecking", "RegistryCore", "RegistryService", logging]),
    module("RegistryService", uses: ["RegistryCore", "KafkaClient", "KafkaWire", hummingbird, serviceLifecycle, nioCore, logging]),
    linked(
        "HeddleClient",
        uses: [
            "HeddleRuntime", "KafkaClient", "KafkaWire", "RegistryClient", "ContractModel", nioCore, logging, metrics, tracing, serviceLifecycle,
        ]),
]

/// Text made from data: what `heddle-dev generate` writes and the tests hold against the files.
let generators: [Target] = [
    module("WireGeneration"),
    module("CatalogueGeneration"),
    module("CompatibilityReference", uses: ["ContractModel"]),
    module("ManifestReference", uses: ["ManifestLoading", "MeshModel"]),
]

let faces: [Target] = [
    unoptimised(
        "HeddleCommands",
        uses: [
            "Determinism", "Diagnostics", "PathPatterns", "LocatedJSON", "XSDModel", "ContractModel", "ContractCompatibility", "ContractChecking",
            "ContractFingerprints", "ContractLint", "ContractPayloads", "ContractSampling", "MeshModel", "ManifestLoading", "ManifestWriting",
            "MeshDrawing", "MeshResolution", "LocatedYAML", "MeshPlanning", "MeshImporting", "PolicyChecking", "PlanFiles", "PlanChecks", "MeshApplying", "EngineInterface", "KafkaEngine",
            "AccessAnalysis", "AuditTrail", "MeshControl", "ReconcilerCore", "ReconcilerService", "ContractCodegen", "ContractGeneration",
            "RegistryClient", "KafkaClient", "BrokerCore", "BrokerServer", "RegistryService", "MeshHosting", "DevelopmentCertificates", "CZlib",
            logging, argumentParser, unixSignals,
        ]),
    unoptimised(
        "HeddleTesting",
        uses: [
            "Determinism", "Diagnostics", "HeddleRuntime", "MeshModel", "ManifestLoading", "MeshResolution", "EngineInterface", "MeshPlanning", "MeshApplying",
            "KafkaEngine", "KafkaClient", "KafkaWire", "RegistryClient", "BrokerLog", "BrokerCore", "BrokerServer", "RegistryService", "MeshHosting", nioCore, logging,
        ]),
    program("heddle", uses: ["HeddleCommands"]),
    program("heddle-codegen", uses: ["ContractGeneration", "Diagnostics"]),
    .plugin(name: "GenerateContracts", capability: .buildTool(), dependencies: ["heddle-codegen"]),
    .plugin(
        name: "GenerateContractsCommand",
        capability: .command(
            intent: .custom(verb: "generate-contracts", description: "Write Swift for the contracts of targets that have a heddle-codegen.yaml."),
            permissions: [.writeToPackageDirectory(reason: "The generated Swift is written into the targets' folders.")]),
        dependencies: ["heddle-codegen"]),
    program(
        "heddle-dev",
        uses: [
            "WireGeneration", "CatalogueGeneration", "CompatibilityReference", "ManifestReference", "HeddleCommands", "Diagnostics",
            "LocatedJSON", "ContractModel", "ContractCompatibility", "Determinism", "MeshModel", "AccessAnalysis", "CLibYAML", "ManifestLoading", "MeshResolution", argumentParser,
        ]),
]

/// The services of Examples/orders-service, as its own package builds them. There every dependency would be compiled a second time.
let examples: [Target] = ["Orders", "Billing"].map { name in
    .executableTarget(
        name: "example-\(name.lowercased())", dependencies: ["HeddleClient", "HeddleRuntime", serviceLifecycle, logging],
        path: "Examples/orders-service/Sources/\(name)", swiftSettings: [.swiftLanguageMode(.v6)], plugins: ["GenerateContracts"])
}

/// The library and the tests of Examples/mesh-in-a-test, for the same reason.
let exampleTests: [Target] = [
    .target(
        name: "Shipping", dependencies: ["HeddleClient", "HeddleRuntime"], path: "Examples/mesh-in-a-test/Sources/Shipping",
        swiftSettings: [.swiftLanguageMode(.v6)], plugins: ["GenerateContracts"]),
    .testTarget(
        name: "ShippingTests", dependencies: ["Shipping", "HeddleClient", "HeddleTesting"], path: "Examples/mesh-in-a-test/Tests/ShippingTests",
        swiftSettings: [.swiftLanguageMode(.v6)]),
]

/// What tests share: marked sources, random contracts, a broker and a registry that answer by script.
let support: [Target] = [
    testSupport("TestSupport", uses: ["Diagnostics"]),
    testSupport("RandomContracts", uses: ["Determinism"]),
    testSupport("RandomMeshes", uses: ["Determinism", "Diagnostics", "ContractModel", "MeshModel"]),
    testSupport(
        "MeshSimulation",
        uses: [
            "Determinism", "Diagnostics", "ContractModel", "MeshModel", "EngineInterface", "MeshPlanning", "PlanChecks", "MeshApplying", "MeshControl",
            "AuditTrail", "ReconcilerCore", "RandomMeshes",
        ]),
    testSupport("CompiledCodecs", uses: []),
    testSupport("ScriptedBroker", uses: ["KafkaWire", nioCore, nioPosix, nioSSL]),
    testSupport("ScriptedRegistry", uses: [nioCore, nioHTTP1, nioPosix]),
]

let suites: [Target] = [
    tests("ArchitectureTests"),
    tests("CChecksumTests", uses: ["CChecksum"]),
    tests("DeterminismTests", uses: ["Determinism"]),
    tests("XMLTextTests", uses: ["XMLText"]),
    tests("PathPatternsTests", uses: ["PathPatterns"]),
    tests("DiagnosticsTests", uses: ["Diagnostics", "XMLText", "TestSupport"]),
    tests("CatalogueGenerationTests", uses: ["CatalogueGeneration", "Diagnostics", "TestSupport"]),
    tests("LocatedYAMLTests", uses: ["LocatedYAML", "Diagnostics", "TestSupport"]),
    tests("LocatedJSONTests", uses: ["LocatedJSON", "Diagnostics", "TestSupport"]),
    tests("ContractModelTests", uses: ["ContractModel", "LocatedJSON", "Diagnostics", "TestSupport"]),
    tests("XSDModelTests", uses: ["XSDModel", "XMLText", "Diagnostics", "TestSupport"]),
    tests("ContractFingerprintsTests", uses: ["ContractFingerprints", "ContractModel", "LocatedJSON", "Determinism", "Diagnostics", "TestSupport"]),
    tests("ContractLintTests", uses: ["ContractLint", "ContractModel", "Diagnostics", "TestSupport"]),
    tests("ContractPayloadsTests", uses: ["ContractPayloads", "ContractModel", "LocatedJSON", "Diagnostics", "TestSupport"]),
    tests(
        "ContractCompatibilityTests",
        uses: ["ContractCompatibility", "ContractModel", "XSDModel", "XMLText", "LocatedJSON", "Diagnostics", "TestSupport"]),
    tests("CompatibilityReferenceTests", uses: ["CompatibilityReference", "ContractCompatibility", "ContractModel", "Diagnostics", "TestSupport"]),
    tests(
        "ContractSamplingTests",
        uses: [
            "ContractSampling", "ContractPayloads", "ContractCompatibility", "ContractModel", "LocatedJSON", "Diagnostics", "Determinism",
            "RandomContracts", "TestSupport",
        ]),
    tests("ContractCheckingTests", uses: ["ContractChecking", "ContractCompatibility", "ContractModel", "Determinism", "Diagnostics", "TestSupport"]),
    tests("HeddleRuntimeTests", uses: ["HeddleRuntime", "Determinism"]),
    tests("HeddleXMLTests", uses: ["HeddleXML", "HeddleRuntime", "XMLText", "Determinism"]),
    tests("ContractCodegenTests", uses: ["ContractCodegen", "ContractModel", "LocatedJSON", "XSDModel", "XMLText", "HeddleXML", "HeddleRuntime", "Diagnostics", "Determinism", "RandomContracts", "CompiledCodecs", "TestSupport"], data: ["clients", "Protobuf/Recorded"]),
    tests("ContractGenerationTests", uses: ["ContractGeneration", "ContractCodegen", "ContractModel", "LocatedJSON", "Diagnostics", "TestSupport"]),
    tests("ExpressionLanguageTests", uses: ["ExpressionLanguage", "Determinism", "Diagnostics", "TestSupport"]),
    tests("MeshModelTests", uses: ["MeshModel", "Determinism", "Diagnostics"]),
    tests("ManifestLoadingTests", uses: ["ManifestLoading", "LocatedYAML", "MeshModel", "Diagnostics", "TestSupport"]),
    tests(
        "ManifestWritingTests",
        uses: ["ManifestWriting", "ManifestLoading", "MeshResolution", "MeshModel", "LocatedYAML", "Diagnostics", "Determinism", "TestSupport"]),
    tests("ManifestReferenceTests", uses: ["ManifestReference", "ManifestLoading", "Diagnostics", "TestSupport"]),
    tests(
        "MeshResolutionTests",
        uses: ["MeshResolution", "PolicyChecking", "ManifestLoading", "MeshModel", "ContractModel", "Determinism", "Diagnostics", "TestSupport"]),
    tests("MeshDrawingTests", uses: ["MeshDrawing"]),
    tests("MeshPlanningTests", uses: ["MeshPlanning", "MeshModel", "EngineInterface", "ContractModel", "Determinism", "Diagnostics", "TestSupport"]),
    tests(
        "PolicyCheckingTests",
        uses: [
            "PolicyChecking", "ManifestLoading", "MeshResolution", "MeshPlanning", "EngineInterface", "MeshModel", "Determinism", "Diagnostics",
        ]),
    tests(
        "MeshImportingTests",
        uses: [
            "MeshImporting", "ManifestLoading", "MeshResolution", "MeshModel", "ContractModel", "Determinism", "Diagnostics", "RandomMeshes",
        ]),
    tests(
        "PlanFilesTests",
        uses: ["PlanFiles", "LocatedJSON", "MeshPlanning", "MeshModel", "EngineInterface", "Determinism", "Diagnostics", "RandomMeshes"]),
    tests(
        "PlanChecksTests",
        uses: ["PlanChecks", "MeshPlanning", "MeshModel", "EngineInterface", "Determinism", "Diagnostics", "RandomMeshes"]),
    tests(
        "MeshSimulationTests",
        uses: ["MeshSimulation", "MeshPlanning", "MeshModel", "EngineInterface", "Determinism"]),
    tests("MeshApplyingTests", uses: ["MeshSimulation", "Determinism", "MeshApplying", "MeshPlanning", "MeshModel", "EngineInterface", "ContractModel", "Diagnostics"]),
    tests("WireGenerationTests", uses: ["WireGeneration"]),
    tests("KafkaWireTests", uses: ["KafkaWire", "Determinism", "CChecksum", nioCore]),
    tests("ScramLoginTests", uses: ["ScramLogin"]),
    tests("PrincipalNamesTests", uses: ["PrincipalNames"]),
    tests("DevelopmentCertificatesTests", uses: ["DevelopmentCertificates", certificates, asn1]),
    tests("BearerTokensTests", uses: ["BearerTokens", crypto, cryptoExtras]),
    tests("BatchCompressionTests", uses: ["BatchCompression", "KafkaWire", "Determinism", nioCore]),
    tests("BrokerLogTests", uses: ["BrokerLog", "KafkaWire", "Determinism", nioCore]),
    tests(
        "BrokerCoreTests",
        uses: ["BrokerCore", "BrokerLog", "BatchCompression", "PayloadChecking", "ContractModel", "KafkaWire", "ScramLogin", "BearerTokens", "Determinism", "Diagnostics", nioCore, crypto]),
    tests(
        "PayloadCheckingTests",
        uses: ["PayloadChecking", "BrokerCore", "BrokerLog", "BatchCompression", "ContractModel", "KafkaWire", "Determinism", "Diagnostics", nioCore]),
    tests("BrokerServerTests", uses: ["BrokerServer", "BrokerCore", "BrokerLog", "KafkaWire", "Determinism", nioCore, nioPosix, certificates, logging]),
    tests("KafkaClientTests", uses: ["KafkaClient", "KafkaWire", "ScramLogin", "Determinism", "ScriptedBroker", nioCore, nioEmbedded, nioSSL, crypto]),
    tests("HeddleTestingTests", uses: ["HeddleTesting", "HeddleClient", "HeddleRuntime", "KafkaClient", "KafkaWire", nioCore, logging]),
    tests(
        "HeddleClientTests",
        uses: [
            "HeddleClient", "HeddleRuntime", "KafkaClient", "KafkaWire", "RegistryClient", "BrokerServer", "RegistryService", "ScriptedBroker", nioCore,
            serviceLifecycle, tracing, metrics, logging,
        ],
        data: ["clients"]),
    tests("RegistryClientTests", uses: ["RegistryClient", "ContractModel", "ScriptedRegistry", "TestSupport"]),
    tests(
        "KafkaEngineTests",
        uses: [
            "KafkaEngine", "KafkaClient", "KafkaWire", "RegistryClient", "EngineInterface", "ContractModel", "MeshModel", "Determinism",
            "ScriptedBroker", "ScriptedRegistry", "BrokerServer", "RegistryService", nioCore, logging,
        ]),
    tests("AccessAnalysisTests", uses: ["AccessAnalysis", "BrokerCore", "ManifestLoading", "MeshResolution", "MeshModel", "Determinism", "Diagnostics", "TestSupport"]),
    tests("AuditTrailTests", uses: ["AuditTrail", "PlanFiles", "EngineInterface", "MeshModel", "Determinism"]),
    tests("MeshControlTests", uses: ["MeshControl", "EngineInterface", "MeshModel", "Determinism"]),
    tests(
        "ReconcilerCoreTests",
        uses: [
            "ReconcilerCore", "MeshSimulation", "RandomMeshes", "MeshControl", "AuditTrail", "MeshApplying", "MeshPlanning", "EngineInterface", "ContractModel", "MeshModel",
            "Determinism", "Diagnostics",
        ]),
    tests(
        "ReconcilerServiceTests",
        uses: [
            "ReconcilerService", "ReconcilerCore", "MeshControl", "AuditTrail", "MeshPlanning", "EngineInterface", "MeshModel", "Determinism", "Diagnostics",
            "TestSupport", crypto, nioCore, serviceLifecycle, logging,
        ],
        data: ["clients"]),
    tests(
        "ControllerTelemetryTests",
        uses: [
            "ReconcilerService", "ReconcilerCore", "MeshControl", "AuditTrail", "MeshApplying", "MeshPlanning", "EngineInterface", "MeshModel",
            "Determinism", "ScriptedRegistry", metrics, tracing, crypto, nioCore, logging,
        ],
        data: ["clients"]),
    tests("RegistryCoreTests", uses: ["RegistryCore", "ContractModel", "LocatedJSON", "Diagnostics", "TestSupport"]),
    tests(
        "RegistryServiceTests",
        uses: ["RegistryService", "RegistryCore", "KafkaClient", "KafkaWire", "BrokerServer", "TestSupport", nioCore, logging]),
    tests(
        "HeddleCommandsTests",
        uses: [
            "MeshHosting",
            "HeddleCommands", "AuditTrail", "MeshControl", "ContractChecking", "Determinism", "Diagnostics", "ManifestLoading", "MeshApplying",
            "MeshPlanning", "MeshModel", "EngineInterface", "ReconcilerCore", "TestSupport", argumentParser,
        ]),
    tests(
        "ConformanceTests",
        uses: [
            "ManifestWriting", "LocatedYAML", "LocatedJSON", "ContractModel", "ContractCompatibility", "XSDModel", "XMLText", "ExpressionLanguage",
            "AuditTrail", "EngineInterface", "MeshModel", "Determinism", "Diagnostics", "TestSupport",
        ],
        data: ["known-failures"]),
    tests(
        "OracleTests",
        uses: [
            "ContractSampling", "ContractPayloads", "ContractCompatibility", "ContractModel", "LocatedJSON", "Diagnostics", "Determinism",
            "RandomContracts", "HeddleRuntime",
        ],
        data: ["clients"]),
    tests("InteropTests", uses: ["heddle", "example-orders", "example-billing"], data: ["clients"]),
]

let package = Package(
    name: "heddle",
    products: [
        .executable(name: "heddle", targets: ["heddle"]),
        .executable(name: "heddle-codegen", targets: ["heddle-codegen"]),
        .library(name: "HeddleRuntime", targets: ["HeddleRuntime"]),
        .library(name: "HeddleClient", targets: ["HeddleClient"]),
        .library(name: "HeddleTesting", targets: ["HeddleTesting"]),
        .library(name: "HeddleXML", targets: ["HeddleXML"]),
        .plugin(name: "GenerateContracts", targets: ["GenerateContracts"]),
        .plugin(name: "GenerateContractsCommand", targets: ["GenerateContractsCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.0.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.0.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: ground + values + pure + shells + generators + faces + examples + exampleTests + support + suites
)
