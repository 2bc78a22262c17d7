// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "mesh-in-a-test",
    dependencies: [
        // In a package of your own: .package(url: "…", from: "…").
        .package(name: "heddle", path: "../..")
    ],
    targets: [
        .target(
            name: "Shipping",
            dependencies: [.product(name: "HeddleClient", package: "heddle"), .product(name: "HeddleRuntime", package: "heddle")],
            plugins: [.plugin(name: "GenerateContracts", package: "heddle")]),
        .testTarget(
            name: "ShippingTests",
            dependencies: [
                "Shipping", .product(name: "HeddleClient", package: "heddle"), .product(name: "HeddleTesting", package: "heddle"),
            ]),
    ]
)
