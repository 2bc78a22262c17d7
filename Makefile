# What newcomers type. `make help` lists it; docs/hacking.md has the rest.

PREFIX ?= /usr/local
SWIFT ?= swift
VENV := .build/venv
TALKING := ^(InteropTests|BrokerServerTests|KafkaClientTests|KafkaEngineTests|RegistryClientTests|HeddleClientTests|HeddleTestingTests|ShippingTests|RegistryServiceTests|ReconcilerServiceTests|ControllerTelemetryTests)

.PHONY: help demo test soak build bench format lint generate install dependencies

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

demo: dependencies ## install what is missing, build, and walk through Examples/orders
	$(SWIFT) build --product heddle
	PATH="$(CURDIR)/.build/debug:$$PATH" HEDDLE_PYTHON="$(CURDIR)/$(VENV)/bin/python" Examples/orders/demo.sh

test: dependencies ## install what is missing, build, and run every test
	$(SWIFT) build --build-tests
	HEDDLE_REQUIRE_CLIENTS=1 HEDDLE_PYTHON="$(CURDIR)/$(VENV)/bin/python" SWIFT="$(SWIFT)" .ci/run-tests --skip-build --skip '$(TALKING)'
	# What talks over sockets against a clock, apart from what takes all of the processor, and few at a time: hundreds that
	# begin at once wait for each other longer than any deadline.
	HEDDLE_REQUIRE_CLIENTS=1 HEDDLE_PYTHON="$(CURDIR)/$(VENV)/bin/python" SWIFT="$(SWIFT)" .ci/run-tests --skip-build --filter '$(TALKING)' --experimental-maximum-parallelization-width 4

soak: dependencies ## thousands of simulated meshes, and fifty plans and applies by the optimised program
	$(SWIFT) build --build-tests
	HEDDLE_SEEDS=$(or $(SEEDS),5000) $(SWIFT) test --skip-build --filter MeshSimulationTests
	HEDDLE_SEEDS=$(or $(SEEDS),1000) $(SWIFT) test --skip-build --filter ReconcilerCoreTests
	.ci/soak

build: dependencies ## a debug build
	$(SWIFT) build

bench: dependencies ## the benchmarks, beside the peers they are measured against
	Benchmarks/run

generate: ## write what is generated from Specs and from the model
	$(SWIFT) run heddle-dev generate

format: ## format the Swift sources
	$(SWIFT) format format --in-place --recursive --parallel Sources Tests Package.swift

lint: ## check formatting and generated files
	$(SWIFT) format lint --recursive --parallel Sources Tests Package.swift
	$(SWIFT) run heddle-dev generate --check

install: dependencies ## a release build, into PREFIX (default /usr/local)
	$(SWIFT) build -c release --product heddle
	install -D -m 755 "$$($(SWIFT) build -c release --show-bin-path)/heddle" "$(DESTDIR)$(PREFIX)/bin/heddle"

dependencies:
	@.ci/install-dependencies $(VENV)
