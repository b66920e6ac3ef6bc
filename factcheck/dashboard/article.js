// The article: every word is set as text, never as markup, so that nothing an article says can run.
function element(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

function button(text, label, onPress) {
  const made = element("button", "small", text)
  made.type = "button"
  made.setAttribute("aria-label", label)
  made.onclick = onPress
  return made
}

export default function ({ data, parentElement, setTriggerValue }) {
  // A drawer lies outside of what Streamlit gives the theme's colour scheme to, and our colours follow the scheme.
  const drawer = parentElement.host.closest('[role="dialog"]')
  const app = document.querySelector(".stApp")
  if (drawer && app) drawer.style.colorScheme = getComputedStyle(app).colorScheme
  const told = parentElement.querySelector(".told")
  const article = parentElement.querySelector(".article")
  article.replaceChildren()
  told.textContent = data.hint
  let passage = null // the passage left out that is being filled
  let into = article
  let wanted = null

  for (const { text, mark, leftOut, page } of data.pieces) {
    if (leftOut !== passage) {
      passage = leftOut
      into = article
      if (passage !== null) {
        const { reason, back, can, start, long } = data.leftOut[passage]
        const box = element(long ? "details" : "span", back ? "passage back" : "passage")
        const head = element(long ? "summary" : "span", "reason", reason)
        box.append(head)
        if (can) {
          const word = back ? data.words.leaveOut : data.words.putBack
          box.append(button(word, `${word}: ${reason}`, () => setTriggerValue("passage", start)))
        }
        into = element("span", "words")
        box.append(into)
        article.append(box)
      }
    }
    if (page !== null) into.append(element("span", "page", `${data.words.page} ${page}`))
    if (mark === null) {
      into.append(text)
      continue
    }
    const { claim, finding, icon, tip } = data.marks[mark]
    const link = element("a", `mark ${finding}`)
    link.href = "#"
    link.title = tip
    const sign = element("span", "icon", icon)
    sign.setAttribute("aria-hidden", "true")
    link.append(sign, text)
    link.onmouseenter = link.onfocus = () => { told.textContent = tip }
    link.onclick = event => {
      event.preventDefault()
      setTriggerValue("claim", claim)
    }
    into.append(link)
    if (mark === data.wanted && wanted === null) wanted = link
  }
  if (wanted && parentElement.shown !== data.shown) {
    wanted.classList.add("wanted")
    requestAnimationFrame(() => {
      wanted.scrollIntoView({ block: "center" })
      wanted.focus({ preventScroll: true })
    })
  }
  parentElement.shown = data.shown
}
