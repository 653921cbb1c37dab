#!/bin/sh
# Start the browser at $CHROMIUM without what it draws below its address bar: since Chromium 151 each window starts
# two processes for that, which take longer than most tests. Only the last --disable-features counts, and one is
# Playwright's; so ours are added to it.
for argument do
    shift
    case $argument in
        --disable-features=*) argument=$argument,WebUIOmniboxPopup,WebUIOmniboxAimPopup ;;
    esac
    set -- "$@" "$argument"
done
exec "$CHROMIUM" "$@"
