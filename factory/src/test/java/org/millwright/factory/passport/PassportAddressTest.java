package org.millwright.factory.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.planning.UnitChanged;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.testing.FactoryTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.EnableScenarios;
import org.springframework.modulith.test.Scenario;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The way from a packed unit to what the public finds under the code on it. */
@FactoryTest
@EnableScenarios
@Import(MadeUnit.class)
class PassportAddressTest {
    @Autowired
    private Passports passports;

    @Autowired
    private MadeUnit made;

    @Autowired
    private Ids ids;

    @Autowired
    private WebApplicationContext context;

    private MockMvc web;

    @BeforeEach
    void open() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void aPackedUnitGetsItsPassport(Scenario scenario) {
        UnitId unit = made.makeTwo("bracket.stl", 110).getFirst();
        scenario.publish(new UnitChanged(unit, ids.next(), UnitState.PACKED))
                .andWaitForStateChange(() -> passports.findPassport(unit))
                .andExpect(PassportIssued.class)
                .matching(issued -> issued.unit().equals(unit))
                .toArrive();
    }

    @Test
    void thePageAndTheSignedDocumentShareOneAddress() throws Exception {
        Passport passport = passports.issue(made.makeTwo("Winkel groß.stl", 110).getFirst());
        String address = "/passport/21/" + passport.serial();
        assertThat(get(address, "text/html").getContentAsString(StandardCharsets.UTF_8))
                .contains("<h1>Winkel groß</h1>");
        assertThat(get(address, "application/ld+json").getContentAsByteArray())
                .isEqualTo(passport.json().getBytes(StandardCharsets.UTF_8));
        assertThat(get(address + "/document", "*/*").getContentAsByteArray())
                .isEqualTo(passport.json().getBytes(StandardCharsets.UTF_8));
        assertThat(get(address + "/label.svg", "*/*").getContentAsString()).startsWith("<svg");
        assertThat(get(address + "/label.pdf", "*/*").getContentAsString()).startsWith("%PDF");
    }

    @Test
    void anUnknownSerialIsNotFound() throws Exception {
        assertThat(get("/passport/21/MW-0", "text/html").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse get(String path, String accept) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(path).accept(accept))
                .andReturn()
                .getResponse();
    }
}
