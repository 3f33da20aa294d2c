package org.millwright.factory.platform.search;

import java.util.List;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.web.viewer.Viewer;

/** Something that can be found; every bean of this type is asked. */
public interface SearchSource {
    /** The best hits first, at most {@code question.most()} of them; only what the viewer may open. */
    List<Hit> find(Question question);

    /**
     * What is looked for.
     *
     * @param words at least one character, without blanks around them
     */
    record Question(FactoryId factory, String words, Viewer viewer, int most) {}

    /**
     * Something found.
     *
     * @param href its address
     * @param title what it is called, ready to read
     * @param detail more about it, ready to read; may be empty
     * @param kind text key of what kind of thing it is
     * @param icon name of its picture
     * @param exact whether the words are its very code, as a scanner sends it
     */
    record Hit(String href, String title, String detail, String kind, String icon, boolean exact) {}
}
