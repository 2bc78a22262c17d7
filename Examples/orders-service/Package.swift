// swift-tools-version: 6.1
import PackageDescription

let heddle: [Target.Dependency] = [
    .product(name: "HeddleClient", package: "heddle"),
    .product(name: "HeddleRuntime", package: "heddle"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    .product(name: "Logging", package: "swift-log"),
]

let package = Package(
    name: "orders-service",
    dependencies: [
        // In a package of your own: .package(url: "…", from: "…").
        .package(name: "heddle", path: "../.."),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    ],
    targets: [
        .executableTarget(name: "orders", dependencies: heddle, path: "Sources/Orders", plugins: [.plugin(name: "GenerateContracts", package: "heddle")]),
        .executableTarget(name: "billing", dependencies: heddle, path: "Sources/Billing", plugins: [.plugin(name: "GenerateContracts", package: "heddle")]),
    ]
)
