package cn.venuepass.rest;

import cn.venuepass.testkit.contract.JourneysContract;

class JourneysTest extends JourneyInMemory implements JourneysContract {}
