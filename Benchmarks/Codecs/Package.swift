// swift-tools-version: 6.1
import PackageDescription

// What the codecs are measured by: generated from three contracts of one event, beside swift-protobuf and Foundation.
// `Benchmarks/run codecs` builds and runs it.

func events(_ name: String) -> Target {
    .target(
        name: name, dependencies: [.product(name: "HeddleRuntime", package: "heddle")],
        swiftSettings: [.enableExperimentalFeature("Lifetimes")], plugins: [.plugin(name: "GenerateContracts", package: "heddle")])
}

let package = Package(
    name: "codecs",
    dependencies: [
        .package(name: "heddle", path: "../.."),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    ],
    targets: [
        events("AvroEvents"),
        events("ProtobufEvents"),
        events("JSONEvents"),
        // Written by protoc-gen-swift before the build.
        .target(name: "PeerEvents", dependencies: [.product(name: "SwiftProtobuf", package: "swift-protobuf")]),
        .executableTarget(
            name: "codecs", dependencies: ["AvroEvents", "ProtobufEvents", "JSONEvents", "PeerEvents"], path: "Sources/Codecs",
            swiftSettings: [.enableExperimentalFeature("Lifetimes")]),
    ]
)
