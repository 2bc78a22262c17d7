func translateXSD(_ input: ContractInput, into module: inout GeneratedModule) {
    preconditionFailure("not written yet")
}
