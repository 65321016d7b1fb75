.DEFAULT_GOAL := help
.PHONY: help demo build test fast pages console format clean

help: ## What a developer does
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ## Builds what is missing and starts the demo on http://127.0.0.1:8080
	./venuepass demo

build: ## The fat jar, bootstrap/target/venuepass.jar, without tests
	mvn -B -q package -Dmaven.test.skip=true

test: ## Everything: units, contracts on three stores, HTTP, end to end, architecture
	mvn -B verify

fast: ## Without PostgreSQL and the fat jar's journeys
	mvn -B verify -Dslow.tests.skip=true

pages: ## The phone's pages while you change them, against a demo on port 8080
	cd web && node build.mjs libraries mobile && cd mobile && npm run dev

console: ## The console's pages while you change them, against a demo on port 8080
	cd web && node build.mjs libraries console && cd console && npm run dev

format: ## Formats the Java sources and the pages
	mvn -B -q spotless:apply
	cd web && node build.mjs libraries && cd mobile && npm run format && cd ../console && npm run format

clean: ## Removes what was built
	mvn -B -q clean
