import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  addMonths,
  formatCivilDate,
  formatFullDate,
  todayIn,
  weekday,
  yearOf,
  type CivilDate,
} from '@shared/kernel/civilDate';
import { pressable } from './a11y';
import { Button } from './Button';
import { classes } from './classes';
import { Icon } from './Icon';
import { Sheet } from './Sheet';
import { PickerBox } from './SheetList';

export interface DatePickerProps {
  value: CivilDate | undefined;
  onChange: (value: CivilDate) => void;
  label: string;
  min?: CivilDate;
  max?: CivilDate;
  placeholder?: string;
  invalid?: boolean;
  disabled?: boolean;
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const dateOf = (month: CivilDate, day: number): CivilDate => `${month.slice(0, 8)}${String(day).padStart(2, '0')}`;
const daysIn = (month: CivilDate): number =>
  Number(new Date(Date.parse(`${addMonths(dateOf(month, 1), 1)}T00:00:00Z`) - 86_400_000).toISOString().slice(8, 10));

interface MonthProps {
  month: CivilDate;
  value: CivilDate | undefined;
  today: CivilDate;
  isAllowed: (date: CivilDate) => boolean;
  onChoose: (date: CivilDate) => void;
}

function Month({ month, value, today, isAllowed, onChoose }: MonthProps) {
  const blanks = weekday(dateOf(month, 1));
  const cells = [...Array<number>(blanks).fill(0), ...Array.from({ length: daysIn(month) }, (_, index) => index + 1)];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, row) => cells.slice(row * 7, row * 7 + 7));
  return (
    <View>
      <View className="sl-calendar__week">
        {weekdays.map((name) => (
          <View key={name} className="sl-calendar__day sl-calendar__day--head">
            {name}
          </View>
        ))}
      </View>
      {weeks.map((week, row) => (
        <View key={row} className="sl-calendar__week">
          {week.map((day, column) => {
            if (!day) return <View key={column} className="sl-calendar__day" />;
            const date = dateOf(month, day);
            const off = !isAllowed(date);
            return (
              <View
                key={column}
                className={classes(
                  'sl-calendar__day',
                  off ? 'sl-calendar__day--off' : 'sl-press',
                  date === today && 'sl-calendar__day--today',
                  date === value && 'sl-calendar__day--on',
                )}
                {...pressable(() => onChoose(date), {
                  label: formatFullDate(date),
                  disabled: off,
                  selected: date === value,
                })}
              >
                {day}
              </View>
            );
          })}
        </View>
      ))}
    </View>
  );
}

interface YearsProps {
  years: number[];
  year: number;
  onChoose: (year: number) => void;
}

const Years = ({ years, year, onChoose }: YearsProps) => (
  <View className="sl-grid">
    {years.map((each) => (
      <View
        key={each}
        className={classes('sl-choice sl-press', each === year && 'sl-choice--on')}
        {...pressable(() => onChoose(each), { label: `${each} 年`, selected: each === year })}
      >
        {each}
      </View>
    ))}
  </View>
);

/** A civil date (`YYYY-MM-DD`), chosen on a calendar; the year can be jumped to. */
export function DatePicker(props: DatePickerProps) {
  const {
    value,
    onChange,
    label,
    min = '1949-10-01',
    max = '2099-12-31',
    placeholder = '请选择日期',
    invalid,
    disabled,
  } = props;
  const today = todayIn(new Date());
  const start = value ?? (today > max ? max : today < min ? min : today);
  const [month, setMonth] = useState<CivilDate>();
  const [choosingYear, setChoosingYear] = useState(false);
  const years = Array.from({ length: yearOf(max) - yearOf(min) + 1 }, (_, index) => yearOf(max) - index);
  const shift = (months: number) => month && setMonth(addMonths(month, months));
  return (
    <>
      <PickerBox
        label={label}
        icon="calendar"
        text={value ? formatCivilDate(value, yearOf(today)) : undefined}
        placeholder={placeholder}
        invalid={invalid}
        disabled={disabled}
        onOpen={() => setMonth(dateOf(start, 1))}
      />
      {month ? (
        <Sheet title={label} onClose={() => setMonth(undefined)}>
          <View className="row row-between">
            <View className="sl-sheet__close sl-press" {...pressable(() => shift(-1), { label: '上个月' })}>
              <Icon name="left" />
            </View>
            <Button
              kind="text"
              icon={choosingYear ? 'up' : 'down'}
              label={`${yearOf(month)} 年 ${Number(month.slice(5, 7))} 月`}
              ariaLabel="换年份"
              onPress={() => setChoosingYear(!choosingYear)}
            />
            <View className="sl-sheet__close sl-press" {...pressable(() => shift(1), { label: '下个月' })}>
              <Icon name="right" />
            </View>
          </View>
          {choosingYear ? (
            <Years
              years={years}
              year={yearOf(month)}
              onChoose={(year) => {
                setMonth(`${year}${month.slice(4)}`);
                setChoosingYear(false);
              }}
            />
          ) : (
            <Month
              month={month}
              value={value}
              today={today}
              isAllowed={(date) => date >= min && date <= max}
              onChoose={(date) => {
                onChange(date);
                setMonth(undefined);
              }}
            />
          )}
        </Sheet>
      ) : null}
    </>
  );
}
